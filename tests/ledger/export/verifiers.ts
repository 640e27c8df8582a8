import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { verify } from "../../../verifiers/verify-ledger.mjs";

/** What somebody who checks holds: checkpoints as text, and keys. */
export type Held = { readonly checkpoints: readonly string[]; readonly keys: readonly string[] };

export type Found = { readonly code: number; readonly sentences: readonly string[] };

/** A folder of its own for exports; `remove` it in the end. */
export class Desk {
  readonly folder = mkdtempSync(path.join(tmpdir(), "ledger-export-"));
  private written: Readonly<Record<string, string | Buffer>> = {};

  /** Writes what is not there already. */
  write(files: Readonly<Record<string, string | Buffer>>, inside = ""): string {
    const folder = path.join(this.folder, inside);
    mkdirSync(folder, { recursive: true });
    for (const [name, text] of Object.entries(files)) {
      if (inside !== "" || this.written[name] !== text) writeFileSync(path.join(folder, name), text);
    }
    if (inside === "") this.written = files;
    return folder;
  }

  /** Writes what is held from outside to a file, for a call of a verifier. */
  hold({ checkpoints, keys }: Held, name = "held.txt") {
    const file = path.join(this.folder, name);
    writeFileSync(file, checkpoints.map((note) => `${note}\n`).join(""));
    return { checkpoints: checkpoints.length === 0 ? [] : [file], keys: [...keys] };
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** What the verifier of JavaScript says, in this process. */
export async function judged(
  folder: string,
  call: { checkpoints: string[]; keys: string[] },
): Promise<Found> {
  return verify(folder, call);
}

function interpreter(): string {
  for (const name of ["python3", "openssl"]) {
    try {
      execFileSync(name, [name === "openssl" ? "version" : "--version"], { stdio: "ignore" });
    } catch {
      throw new Error(
        `${name} is not on this machine: the second verifier cannot be tried without it. Install it.`,
      );
    }
  }
  return "python3";
}

type Call = {
  readonly folder: string;
  readonly checkpoints: readonly string[];
  readonly keys: readonly string[];
};

/** What the verifier of Python says to many folders, in one process of it. */
export function judgedByPython(desk: Desk, calls: readonly Call[]): readonly Found[] {
  const list = path.join(desk.folder, "calls.ndjson");
  writeFileSync(list, calls.map((call) => `${JSON.stringify(call)}\n`).join(""));
  const script = path.join(process.cwd(), "verifiers", "verify_ledger.py");
  const said = execFileSync(interpreter(), ["-B", script, "--many", list], {
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  const lines = said.split("\n").filter((line) => line !== "");
  return lines.map((line) => JSON.parse(line) as Found);
}
