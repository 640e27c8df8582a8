import { readSigning } from "@/lib/config/signing";
import { cosignRound, mailRound, signRound } from "./checkpoint-rounds";
import { Loop } from "./loop";

/** Signs the ledgers' trees, publishes what was signed, and has it countersigned: where this process has the key. */
export class Signing {
  private asked = false;
  private readonly loops: readonly Loop[];

  constructor() {
    const signing = readSigning();
    if (signing === null) {
      this.loops = [];
      return;
    }
    const sign = async () => {
      const atOnce = this.asked;
      this.asked = false;
      const signed = await signRound(signing, atOnce);
      if (signed > 0) cosigning.wake();
      // More may be due: what was signed is not asked for again, so this comes to an end.
      return signed;
    };
    const cosigning = new Loop("cosign", async () => cosignRound(signing), 10_000);
    this.loops = [new Loop("sign", sign, 5_000), cosigning, new Loop("mailCheckpoints", mailRound, 10_000)];
  }

  /** Somebody waits for a checkpoint: sign whatever is new. */
  wake(): void {
    this.asked = true;
    this.loops[0]?.wake();
  }

  async stop(): Promise<void> {
    await Promise.all(this.loops.map((loop) => loop.stop()));
  }
}
