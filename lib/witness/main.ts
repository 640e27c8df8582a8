import { createPrivateKey, generateKeyPairSync } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { now } from "@/lib/clock";
import { parseVerifierKey, verifierKey } from "@/lib/ledger/checkpoint/note";
import { Memory } from "./memory";
import { Witness } from "./witness";

// `npm run witness`: run by an auditor, on a machine of theirs (docs/ledger-checkpoints.md, "Running a witness"). It needs
// nothing of the product but addresses it can be reached at: no database, no secret, no configuration of ours.

const folder = process.env["WITNESS_DIR"] ?? "witness";
const name = process.env["WITNESS_NAME"] ?? "witness.example/1";
const port = Number(process.env["WITNESS_PORT"] ?? 3900);
const host = process.env["WITNESS_HOST"] ?? "127.0.0.1";

/** The witness's own key: drawn at the first start, and kept where only its account can read it. */
function ownKey(file: string) {
  if (!existsSync(file)) {
    const drawn = generateKeyPairSync("ed25519").privateKey.export({ format: "pem", type: "pkcs8" });
    writeFileSync(file, drawn, { mode: 0o600, flag: "wx", flush: true });
  }
  return createPrivateKey(readFileSync(file));
}

/** The logs that it signs for: their verifier keys, one a line, in a file that may be added to while it runs. */
async function knownLogs(file: string) {
  const text = await readFile(file, "utf8").catch(() => "");
  const lines = text.split("\n").map((line) => line.trim());
  return lines.flatMap((line) => parseVerifierKey(line) ?? []);
}

mkdirSync(folder, { recursive: true, mode: 0o700 });
const logsFile = path.join(folder, "logs.txt");
const signer = { name, privateKey: ownKey(path.join(folder, "key.pem")) };
const memory = await Memory.open(path.join(folder, "state.json"));
const witness = new Witness(signer, () => knownLogs(logsFile), memory, now);
const server = witness.listen(port, host);
server.once("listening", () => {
  const known = existsSync(logsFile) ? "" : `Put the verifier keys of the logs to watch into ${logsFile}.\n`;
  process.stdout.write(
    `The witness listens on http://${host}:${port}.\nIts key is ${verifierKey(name, signer.privateKey, 0x04)}\n${known}`,
  );
});
for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => server.close());
