import { readSigning } from "@/lib/config/signing";
import { cosignRound, mailRound, signRound } from "./checkpoint-rounds";
import { Loop } from "./loop";

/** Signs the ledgers' trees, publishes what was signed, and has it countersigned: where this process has the key. */
export class Signing {
  private readonly loops: readonly Loop[];

  constructor() {
    const signing = readSigning();
    this.loops =
      signing === null
        ? []
        : [
            new Loop("sign", () => signRound(signing), 5_000),
            new Loop("cosign", () => cosignRound(signing), 5_000),
            new Loop("mailCheckpoints", mailRound, 10_000),
          ];
  }

  async stop(): Promise<void> {
    await Promise.all(this.loops.map((loop) => loop.stop()));
  }
}
