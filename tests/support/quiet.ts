import { afterEach, beforeEach, vi } from "vitest";

// A warning or an error on the console is a fault that nobody looked at: it fails the test that caused it.
const loud: string[] = [];

beforeEach(() => {
  loud.length = 0;
  for (const method of ["error", "warn"] as const) {
    vi.spyOn(console, method).mockImplementation((...parts: unknown[]) => {
      loud.push(`console.${method}: ${parts.map(String).join(" ")}`);
    });
  }
});

afterEach(() => {
  const said = [...loud];
  vi.restoreAllMocks();
  if (said.length > 0) throw new Error(`The console was not quiet:\n${said.join("\n")}`);
});
