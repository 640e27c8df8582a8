import { hash } from "node:crypto";

// The verifier's own hashing (docs/ledger.md): written from the specification, never from the writer's code.

const chainName = "panel-chain/v1";

export type Leaf = {
  readonly hash: string;
  readonly bytes: Buffer;
  /** The bytes read as UTF-8. */
  readonly text: string;
  /** ASCII without a backslash: what is read as text is exactly the bytes, in normal form. */
  readonly isPlain: boolean;
};

function unescaped(stored: string): Buffer {
  const latin1 = stored.replace(/\\(?:\\|([0-7]{3}))/g, (_, octal: string | undefined) =>
    octal === undefined ? "\\" : String.fromCharCode(Number.parseInt(octal, 8)),
  );
  return Buffer.from(latin1, "latin1");
}

/**
 * Takes entries out of PostgreSQL's escape format (ASCII as it is; a backslash doubled, other bytes in octal), one at
 * a time, into a buffer it uses again and again. That format never fails and costs least for what entries are made of.
 */
export class LeafReader {
  // The leaf prefix 0x00 stands before the bytes.
  private prefixed = Buffer.alloc(4096);

  /** Reads one entry. The bytes read before are gone. */
  read(stored: string): Leaf {
    const isPlain = !stored.includes("\\");
    const bytes = isPlain ? stored : unescaped(stored);
    const end = bytes.length + 1;
    if (end > this.prefixed.length) this.prefixed = Buffer.alloc(2 * end);
    if (typeof bytes === "string") this.prefixed.write(bytes, 1, "latin1");
    else bytes.copy(this.prefixed, 1);
    const held = this.prefixed.subarray(1, end);
    return {
      hash: hash("sha256", this.prefixed.subarray(0, end)),
      bytes: held,
      text: isPlain ? stored : held.toString("utf8"),
      isPlain,
    };
  }
}

/** Follows the chain one leaf at a time. */
export class ChainReader {
  private readonly input = Buffer.alloc(chainName.length + 64);
  private current = "0".repeat(64);

  constructor() {
    this.input.write(chainName, 0, "ascii");
  }

  /** The chain hash after this leaf, hex. */
  next(leaf: string): string {
    this.input.write(this.current, chainName.length, "hex");
    this.input.write(leaf, chainName.length + 32, "hex");
    this.current = hash("sha256", this.input);
    return this.current;
  }

  /** The chain hash after the last leaf; 32 zero bytes before the first. */
  get end(): string {
    return this.current;
  }
}

/** Rebuilds the Merkle tree of RFC 6962 from its leaves, keeping only the right edge. */
export class TreeReader {
  private readonly input = Buffer.alloc(65, 0x01);
  private readonly edge: { height: number; root: string }[] = [];

  private join(left: string, right: string): string {
    this.input.write(left, 1, "hex");
    this.input.write(right, 33, "hex");
    return hash("sha256", this.input);
  }

  add(leaf: string): void {
    let node = { height: 0, root: leaf };
    for (let left = this.edge.at(-1); left?.height === node.height; left = this.edge.at(-1)) {
      this.edge.pop();
      node = { height: node.height + 1, root: this.join(left.root, node.root) };
    }
    this.edge.push(node);
  }

  /** Roots of the perfect subtrees, largest first, hex. */
  get frontier(): readonly string[] {
    return this.edge.map((node) => node.root);
  }

  /** The root of the tree, hex; of an empty one, SHA-256 of nothing. */
  get root(): string {
    const [last, ...before] = [...this.frontier].reverse();
    if (last === undefined) return hash("sha256", "");
    return before.reduce((right, left) => this.join(left, right), last);
  }
}
