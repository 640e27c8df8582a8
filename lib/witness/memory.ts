import { open, readFile, rename } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import type { TreeHead } from "@/lib/ledger/checkpoint/tree";

const fileSchema = z.record(
  z.string(),
  z.strictObject({ size: z.string().regex(/^[0-9]{1,19}$/), root: z.base64() }),
);

/** The largest tree that this witness has signed of each log, in a file that is replaced whole. */
export class Memory {
  private constructor(
    private readonly file: string,
    private readonly heads: Map<string, TreeHead>,
  ) {}

  /**
   * @throws Error when there is a file and it cannot be read: a witness that has forgotten must not go on as if it knew
   * nothing.
   */
  static async open(file: string): Promise<Memory> {
    const text = await readFile(file, "utf8").catch((fault: NodeJS.ErrnoException) => {
      if (fault.code === "ENOENT") return "{}";
      throw fault;
    });
    const heads = Object.entries(fileSchema.parse(JSON.parse(text)));
    return new Memory(
      file,
      new Map(heads.map(([origin, { size, root }]) => [origin, headOf(size, Buffer.from(root, "base64"))])),
    );
  }

  /** What was signed last of a log; a tree of nothing when nothing was. */
  of(origin: string): TreeHead {
    return this.heads.get(origin) ?? headOf("0", Buffer.alloc(0));
  }

  /** Returns once this head is on the disk: only then may a signature under it leave. */
  async remember(origin: string, head: TreeHead): Promise<void> {
    const next = new Map(this.heads).set(origin, head);
    const entries = [...next].map(([name, { size, root }]) => [
      name,
      { size: String(size), root: Buffer.from(root).toString("base64") },
    ]);
    const draft = `${this.file}.new`;
    const file = await open(draft, "w", 0o600);
    try {
      await file.writeFile(`${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, this.file);
    const folder = await open(path.dirname(path.resolve(this.file)), "r");
    try {
      await folder.sync();
    } finally {
      await folder.close();
    }
    this.heads.set(origin, head);
  }
}

function headOf(size: string, root: Buffer): TreeHead {
  return { size: BigInt(size), root };
}
