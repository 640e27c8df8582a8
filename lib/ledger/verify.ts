import type { PoolClient } from "pg";
import { isoTime, parseEntry, projectionAgrees } from "./verify/examine";
import { readsAsExpected } from "./verify/expected";
import { ChainReader, LeafReader, TreeReader, type Leaf } from "./verify/rehash";
import { inSnapshot } from "./verify/snapshot";
import {
  keptEpochs,
  readEntries,
  readEpochs,
  readHead,
  type StoredEntry,
  type StoredEpoch,
  type StoredHead,
} from "./verify/stored";

// The reader of the audit trail. It shares no code with the writer: what both get wrong in the same way, neither finds.

export type Verdict = "intact" | "altered" | "truncated" | "malformed" | "projectionDiffers";

export type Verification = {
  readonly verdict: Verdict;
  /** Entries whose hashes, form and columns were checked and found good. */
  readonly checked: number;
  /** The first entry that is wrong or missing; absent when only the head is wrong. */
  readonly firstBadSeq?: bigint;
  /** What the head says: how many entries there should be. */
  readonly headSeq: bigint;
  /** RFC 6962 root of the entries read of the last epoch, hex. */
  readonly root: string;
  readonly durationMs: number;
};

const firstEpoch: StoredEpoch = { epoch: "1", firstSeq: 1n, lastSeq: null, finalRoot: null, leftOut: false };

type Finding = { readonly verdict: Exclude<Verdict, "intact">; readonly seq?: bigint };

const batchSize = 1_000;

/** Whether a stored hash, hex after a leading \x, is this one. */
function isHex(stored: string, hash: string): boolean {
  return stored.slice(2) === hash && stored.slice(0, 2) === "\\x";
}

/**
 * One pass over the epochs after those that are left out, each a chain and a tree of its own. Stops at the first entry that breaks
 * one; a differing column is remembered and passed.
 */
class Pass {
  private readonly leaves = new LeafReader();
  private readonly epochs: StoredEpoch[];
  private epoch: StoredEpoch;
  chain = new ChainReader();
  tree = new TreeReader();
  expected: bigint;
  checked = 0;
  lastRecordedAt = "";
  differing: bigint | undefined;

  constructor(
    private readonly organisationId: string,
    private readonly head: StoredHead,
    epochs: readonly StoredEpoch[],
  ) {
    this.epochs = [...keptEpochs(epochs)];
    this.epoch = this.epochs.shift() ?? firstEpoch;
    this.expected = this.epoch.firstSeq;
    // An epoch may have ended before it had an entry.
    this.turn();
  }

  /** Begins the next epoch where this one ends. False: this one is not what it was when it was sealed. */
  private turn(): boolean {
    while (this.epoch.lastSeq !== null && this.expected > this.epoch.lastSeq) {
      if (this.tree.root !== this.epoch.finalRoot) return false;
      const next = this.epochs.shift();
      if (next?.firstSeq !== this.expected) return false;
      this.epoch = next;
      this.chain = new ChainReader();
      this.tree = new TreeReader();
    }
    return true;
  }

  examine(row: StoredEntry): Finding | undefined {
    const seq = this.expected;
    if (row[0] !== String(seq))
      return { verdict: "altered", seq: BigInt(row[0]) < seq ? BigInt(row[0]) : seq };
    if (seq > this.head.seq) return { verdict: "altered", seq };
    const leaf = this.leaves.read(row[1]);
    if (!isHex(row[2], leaf.hash) || !isHex(row[3], this.chain.next(leaf.hash)))
      return { verdict: "altered", seq };
    this.tree.add(leaf.hash);
    const form = this.examineForm(row, leaf);
    if (form === "malformed") return { verdict: "malformed", seq };
    if (form === "differs") this.differing ??= seq;
    else this.checked += 1;
    this.expected += 1n;
    return this.turn() ? undefined : { verdict: "altered", seq };
  }

  private examineForm(row: StoredEntry, { bytes, text, isPlain }: Leaf): "good" | "differs" | "malformed" {
    const recordedAt = isoTime(row[4] ?? "");
    const place = { organisation: this.organisationId, epoch: this.epoch.epoch, seq: row[0] };
    if (
      isPlain &&
      readsAsExpected(text, row, place, recordedAt, isoTime(row[5] ?? "")) &&
      recordedAt >= this.lastRecordedAt
    ) {
      this.lastRecordedAt = recordedAt;
      return "good";
    }
    const entry = parseEntry(bytes, text);
    if (entry === undefined || !this.belongsHere(entry)) return "malformed";
    this.lastRecordedAt = String(entry["recordedAt"]);
    return projectionAgrees(row, entry) ? "good" : "differs";
  }

  private belongsHere(entry: { readonly [key: string]: unknown }): boolean {
    return (
      entry["organisation"] === this.organisationId &&
      entry["seq"] === String(this.expected) &&
      entry["epoch"] === this.epoch.epoch &&
      String(entry["recordedAt"]) >= this.lastRecordedAt
    );
  }

  /** After the last entry: does the head agree with what was read? */
  conclude(): Finding | undefined {
    if (this.expected <= this.head.seq) return { verdict: "truncated", seq: this.expected };
    if (this.epoch.epoch !== this.head.epoch) return { verdict: "altered" };
    if (this.chain.end !== this.head.chainHash) return { verdict: "altered" };
    if (this.tree.frontier.join() !== this.head.frontier.join()) return { verdict: "altered" };
    const isEmpty = this.lastRecordedAt === "";
    if (!isEmpty && isoTime(this.head.recordedAt) !== this.lastRecordedAt) return { verdict: "altered" };
    return this.differing === undefined ? undefined : { verdict: "projectionDiffers", seq: this.differing };
  }
}

async function findFault(
  client: PoolClient,
  organisationId: string,
  pass: Pass,
): Promise<Finding | undefined> {
  for await (const batch of readEntries(client, organisationId, pass.expected, batchSize)) {
    for (const row of batch) {
      const finding = pass.examine(row);
      if (finding !== undefined) return finding;
    }
  }
  return pass.conclude();
}

// No head and no entries is an organisation that has done nothing yet. Entries without a head are a broken ledger.
const noHead: StoredHead = { epoch: "1", seq: 0n, chainHash: "0".repeat(64), frontier: [], recordedAt: "" };

/**
 * Reads one organisation's whole chain in one snapshot and checks it: every byte re-hashed, no number missing or
 * extra, the chain and the Merkle frontier as the head says, times never backwards, columns as the bytes say.
 *
 * It cannot see a chain that was rewritten or shortened together with its head: only a checkpoint kept elsewhere can
 * (DESIGN section 7). Memory stays flat; about 2,000 entries are held at a time.
 */
export async function verifyLedger(organisationId: string): Promise<Verification> {
  const started = performance.now();
  return inSnapshot(async (client) => {
    const head = (await readHead(client, organisationId)) ?? noHead;
    const pass = new Pass(organisationId, head, await readEpochs(client, organisationId));
    const finding = await findFault(client, organisationId, pass);
    return {
      verdict: finding?.verdict ?? "intact",
      checked: pass.checked,
      ...(finding?.seq === undefined ? {} : { firstBadSeq: finding.seq }),
      headSeq: head.seq,
      root: pass.tree.root,
      durationMs: Math.round(performance.now() - started),
    };
  });
}
