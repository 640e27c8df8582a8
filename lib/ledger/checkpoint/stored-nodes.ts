import { reading, type Tx } from "@/lib/db/transaction";
import { nodeHash } from "../hashing";
import type { Nodes } from "./tree";

/** One epoch of an organisation's ledger: a tree of its own. */
export type EpochPlace = {
  readonly organisationId: string;
  readonly epoch: number;
  /** The seq before its first entry. */
  readonly start: bigint;
};

/** How many hashes are in a full tile, and how many levels of the tree it stands for (c2sp.org/tlog-tiles). */
export const tileWidth = 256;
const tileHeight = 8;
const hashBytes = 32;

// A tile that is not full, or not stored yet, is put together from what is below it: from the bytes of the entries
// themselves, or from the roots of the full tiles of the level below.
const tiles = {
  name: "ledger-tiles",
  text: `SELECT coalesce(t.hashes, CASE WHEN w.level = 0
      THEN (SELECT string_agg(sha256('\\x00'::bytea || e.bytes), '' ORDER BY e.seq) FROM ledger_entry e
        WHERE e.organisation_id = $1 AND e.seq > $3::bigint + w.index * 256 AND e.seq <= $3 + (w.index + 1) * 256)
      ELSE (SELECT string_agg(c.root, '' ORDER BY c.index) FROM ledger_tile c WHERE c.organisation_id = $1
        AND c.epoch = $2 AND c.level = w.level - 1 AND c.index BETWEEN w.index * 256 AND w.index * 256 + 255) END,
      '') AS hashes
    FROM unnest($4::int[], $5::bigint[]) WITH ORDINALITY AS w(level, index, place)
    LEFT JOIN ledger_tile t ON t.organisation_id = $1 AND t.epoch = $2 AND t.level = w.level AND t.index = w.index
    ORDER BY w.place`,
};

type Tile = { readonly level: number; readonly index: bigint };

/** These tiles as they are now, full or not, in one round trip and in this order: their hashes one after the other. */
export async function readTiles(
  { organisationId, epoch, start }: EpochPlace,
  wanted: readonly Tile[],
  tx?: Tx,
): Promise<readonly Buffer[]> {
  if (wanted.length === 0) return [];
  const places = [wanted.map(({ level }) => level), wanted.map(({ index }) => String(index))];
  const rows = await reading<{ hashes: Buffer }>(tx, tiles, [
    organisationId,
    epoch,
    String(start),
    ...places,
  ]);
  return rows.map(({ hashes }) => hashes);
}

/** Hashes that stand one after the other, each by itself. */
export function hashesIn(tile: Buffer): readonly Buffer[] {
  const count = Math.floor(tile.length / hashBytes);
  return Array.from({ length: count }, (_, at) => tile.subarray(at * hashBytes, (at + 1) * hashBytes));
}

/** Entries that the tree should have are not there. */
export class EntriesMissing extends Error {
  constructor() {
    super("The ledger has fewer entries than its tree");
    this.name = "EntriesMissing";
  }
}

/**
 * The root of a perfect subtree of so many hashes, a power of two.
 * @throws EntriesMissing
 */
export function foldPerfect(hashes: readonly Buffer[], count: number): Buffer {
  if (hashes.length !== count) throw new EntriesMissing();
  const [root] = hashes;
  if (count === 1 && root !== undefined) return root;
  const middle = count / 2;
  return nodeHash(foldPerfect(hashes.slice(0, middle), middle), foldPerfect(hashes.slice(middle), middle));
}

/** Which tile a node is in, and where its hashes stand there. */
function placeOf(level: number, index: bigint): Tile & { readonly first: number; readonly count: number } {
  const height = level % tileHeight;
  const first = index << BigInt(height);
  return {
    level: (level - height) / tileHeight,
    index: first / BigInt(tileWidth),
    first: Number(first % BigInt(tileWidth)),
    count: 2 ** height,
  };
}

/** Reads nodes of an epoch's stored tree. What is asked for in one go is fetched in one round trip. */
export function storedNodes(place: EpochPlace, tx?: Tx): Nodes {
  let waiting: Map<string, Tile> | undefined;
  let fetched: Promise<ReadonlyMap<string, Buffer>> | undefined;
  const fetch = async (): Promise<ReadonlyMap<string, Buffer>> => {
    await Promise.resolve(); // Until all that is asked for now has been asked for.
    const wanted = waiting ?? new Map<string, Tile>();
    waiting = undefined;
    const read = await readTiles(place, [...wanted.values()], tx);
    return new Map([...wanted.keys()].map((key, at) => [key, read[at] ?? Buffer.alloc(0)]));
  };
  return async (level, index) => {
    const { first, count, ...tile } = placeOf(level, index);
    const key = `${tile.level}/${tile.index}`;
    if (waiting === undefined) {
      waiting = new Map();
      fetched = fetch();
    }
    waiting.set(key, tile);
    const hashes = hashesIn((await fetched)?.get(key) ?? Buffer.alloc(0));
    return foldPerfect(hashes.slice(first, first + count), count);
  };
}
