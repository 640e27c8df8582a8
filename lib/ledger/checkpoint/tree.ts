import { nodeHash } from "../hashing";

// Proofs in the Merkle tree of RFC 6962, section 2.1. Pure: the tree is read through `nodes`, whoever keeps it.

/**
 * The root of one perfect subtree: of the 2^level leaves from index × 2^level on. Level 0 is a leaf hash. Everything a
 * proof needs is asked for in one go, so that a reader may fetch it together.
 */
export type Nodes = (level: number, index: bigint) => Promise<Uint8Array>;

/** Leaves from `start` up to, not including, `end`; `start` is where a subtree of that size may begin. */
type Span = { readonly start: bigint; readonly end: bigint };

/** The largest power of two smaller than n; n is at least 2. */
function split(n: bigint): bigint {
  let power = 1n;
  while (power * 2n < n) power *= 2n;
  return power;
}

/** The perfect subtrees that a span falls into, largest first. */
function perfect({ start, end }: Span): readonly { level: number; index: bigint }[] {
  const found: { level: number; index: bigint }[] = [];
  let from = start;
  for (let level = (end - start).toString(2).length - 1; level >= 0; level -= 1) {
    const leaves = 1n << BigInt(level);
    if (from + leaves > end) continue;
    found.push({ level, index: from / leaves });
    from += leaves;
  }
  return found;
}

async function rootOfSpan(span: Span, nodes: Nodes): Promise<Buffer> {
  const roots = await Promise.all(perfect(span).map(({ level, index }) => nodes(level, index)));
  return Buffer.from(roots.reduceRight((right, left) => nodeHash(left, right)));
}

function roots(spans: readonly Span[], nodes: Nodes): Promise<readonly Buffer[]> {
  return Promise.all(spans.map((span) => rootOfSpan(span, nodes)));
}

/** The root of the tree of the first `size` leaves; `size` is at least 1. */
export async function rootAt(size: bigint, nodes: Nodes): Promise<Buffer> {
  return rootOfSpan({ start: 0n, end: size }, nodes);
}

/**
 * The audit path of RFC 6962, section 2.1.1: from the leaf's sibling up to a child of the root.
 * @param index of the leaf, from 0
 * @param size leaves of the tree that it is proven in
 * @throws RangeError when the leaf is not in the tree
 */
export async function inclusionProof(index: bigint, size: bigint, nodes: Nodes): Promise<readonly Buffer[]> {
  if (index < 0n || index >= size) throw new RangeError("The leaf is not in the tree");
  const siblings: Span[] = [];
  let [start, end] = [0n, size];
  while (end - start > 1n) {
    const middle = start + split(end - start);
    siblings.unshift(index < middle ? { start: middle, end } : { start, end: middle });
    [start, end] = index < middle ? [start, middle] : [middle, end];
  }
  return roots(siblings, nodes);
}

/**
 * The consistency proof of RFC 6962, section 2.1.2: that the tree of `from` leaves is the beginning of the one of `to`.
 * Empty from nothing and from itself.
 * @throws RangeError when `from` is negative or larger than `to`
 */
export async function consistencyProof(from: bigint, to: bigint, nodes: Nodes): Promise<readonly Buffer[]> {
  if (from < 0n || from > to) throw new RangeError("The earlier tree is larger than the later one");
  if (from === 0n || from === to) return [];
  const spans: Span[] = [];
  let [start, end] = [0n, to];
  while (from < end) {
    const middle = start + split(end - start);
    spans.unshift(from <= middle ? { start: middle, end } : { start, end: middle });
    [start, end] = from <= middle ? [start, middle] : [middle, end];
  }
  // While the earlier tree is itself a whole subtree, its root is known to whoever checks.
  return roots(start === 0n ? spans : [{ start, end }, ...spans], nodes);
}

/**
 * The root that a leaf and its audit path lead to (RFC 9162, section 2.1.3.2), or null when the path has not the length
 * that index and size ask for.
 */
export function rootFromInclusion(
  leaf: Uint8Array,
  index: bigint,
  size: bigint,
  path: readonly Uint8Array[],
): Buffer | null {
  if (index < 0n || index >= size) return null;
  let [at, last] = [index, size - 1n];
  let root: Buffer = Buffer.from(leaf);
  for (const sibling of path) {
    if (last === 0n) return null;
    if (at % 2n === 1n || at === last) {
      root = nodeHash(sibling, root);
      while (at % 2n === 0n && at !== 0n) [at, last] = [at / 2n, last / 2n];
    } else {
      root = nodeHash(root, sibling);
    }
    [at, last] = [at / 2n, last / 2n];
  }
  return last === 0n ? root : null;
}

/**
 * The roots of the earlier and of the later tree that a consistency proof leads to (RFC 9162, section 2.1.4.2), or null
 * when it is not formed as the sizes ask. `fromRoot` is what the checker holds of the earlier tree: where that is a whole
 * subtree of the later one, the proof begins with it unsaid.
 */
export function rootsFromConsistency(
  from: bigint,
  to: bigint,
  fromRoot: Uint8Array,
  path: readonly Uint8Array[],
): { readonly from: Buffer; readonly to: Buffer } | null {
  if (from < 1n || from >= to) return null;
  const isWhole = (from & (from - 1n)) === 0n;
  const [first, ...rest] = isWhole ? [fromRoot, ...path] : path;
  if (first === undefined) return null;
  let [at, last] = [from - 1n, to - 1n];
  while (at % 2n === 1n) [at, last] = [at / 2n, last / 2n];
  let earlier: Buffer = Buffer.from(first);
  let later = earlier;
  for (const node of rest) {
    if (last === 0n) return null;
    if (at % 2n === 1n || at === last) {
      earlier = nodeHash(node, earlier);
      later = nodeHash(node, later);
      while (at % 2n === 0n && at !== 0n) [at, last] = [at / 2n, last / 2n];
    } else {
      later = nodeHash(later, node);
    }
    [at, last] = [at / 2n, last / 2n];
  }
  return last === 0n ? { from: earlier, to: later } : null;
}

/** The head of a tree: how many leaves, and their root. */
export type TreeHead = { readonly size: bigint; readonly root: Uint8Array };

/** Whether `path` proves that the later tree begins with the earlier one. Nothing is the beginning of every tree. */
export function isConsistent(from: TreeHead, to: TreeHead, path: readonly Uint8Array[]): boolean {
  if (from.size === 0n) return path.length === 0;
  if (from.size === to.size) return path.length === 0 && Buffer.compare(from.root, to.root) === 0;
  const found = rootsFromConsistency(from.size, to.size, from.root, path);
  return found !== null && found.from.equals(from.root) && found.to.equals(to.root);
}
