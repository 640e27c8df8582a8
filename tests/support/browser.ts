import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import bundled from "@sparticuz/chromium";
import { chromium, type Browser, type LaunchOptions } from "playwright-core";

const SYSTEM_BROWSERS = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/**
 * Our own few switches. The bundled browser's recommended ones turn off web security, which is what we test.
 * `--no-sandbox` because root has no sandbox to offer.
 */
const ARGS = [
  "--no-sandbox",
  "--disable-dev-shm-usage",
  "--disable-gpu",
  "--font-render-hinting=none",
  "--hide-scrollbars",
];

/** The Chromium from the npm package, unpacked once a machine; then Playwright's own; then the system's. */
async function candidates(): Promise<(string | undefined)[]> {
  const fromPackage =
    process.platform === "linux" && process.arch === "x64" ? [await bundled.executablePath()] : [];
  return [...fromPackage, undefined, ...SYSTEM_BROWSERS.filter((file) => existsSync(file))];
}

/** A machine without any font shows boxes: there the package's own font is used. */
function environment(): NonNullable<LaunchOptions["env"]> {
  const fonts = path.join(tmpdir(), "fonts");
  const bare = !existsSync("/usr/share/fonts") && existsSync(fonts);
  return { ...process.env, ...(bare ? { FONTCONFIG_PATH: fonts } : {}) };
}

/**
 * Starts a headless Chromium that works here, as root or not, without a download.
 * @throws AggregateError with what each browser said when none starts
 */
export async function launchBrowser(options: LaunchOptions = {}): Promise<Browser> {
  const failures: unknown[] = [];
  for (const executablePath of await candidates()) {
    try {
      const where = executablePath === undefined ? {} : { executablePath };
      return await chromium.launch({
        args: ARGS,
        chromiumSandbox: false,
        env: environment(),
        ...where,
        ...options,
      });
    } catch (failure) {
      failures.push(failure);
    }
  }
  throw new AggregateError(
    failures,
    "No Chromium starts on this machine: `apt-get install chromium` gives one.",
  );
}
