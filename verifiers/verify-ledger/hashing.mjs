// Hashes of docs/ledger.md, all as hex. A part of verify-ledger.mjs.
import { hash } from "node:crypto";

/** The hash of what `input` begins with, the left and the right. */
function joined(input, left, right) {
  input.hexWrite(left, input.length - 64, 32);
  input.hexWrite(right, input.length - 32, 32);
  return hash("sha256", input);
}
export const chained = joined.bind(undefined, Buffer.from("panel-chain/v1".padEnd(78)));
const node = joined.bind(undefined, Buffer.alloc(65, 0x01));

let prefixed = Buffer.alloc(4096);
export function leafOf(bytes) {
  if (bytes.length >= prefixed.length) prefixed = Buffer.alloc(2 * bytes.length);
  bytes.copy(prefixed, 1);
  return hash("sha256", prefixed.subarray(0, bytes.length + 1));
}

/** The right edge of a growing tree: roots of the perfect subtrees, largest first, one for each bit of its size. */
export class Edge {
  #size = 0;
  roots = [];
  get root() {
    const { roots } = this;
    return roots.length === 0 ? hash("sha256", "") : roots.reduceRight((right, left) => node(left, right));
  }
  add(leaf) {
    let root = leaf;
    for (let size = this.#size; size % 2 === 1; size = (size - 1) / 2) root = node(this.roots.pop(), root);
    this.#size += 1;
    this.roots.push(root);
  }
}

/** The root that a leaf and its audit path lead to, or undefined: RFC 9162, section 2.1.3.2. */
export function rootFromPath(leaf, index, size, path) {
  let [at, last, root] = [index, size - 1, leaf];
  for (const sibling of path) {
    if (last === 0) return undefined;
    root = at % 2 === 1 || at === last ? node(sibling, root) : node(root, sibling);
    while (at === last && at % 2 === 0) [at, last] = [at / 2, last / 2];
    [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
  }
  return last === 0 ? root : undefined;
}
