import { statement, type Tx } from "@/lib/db/transaction";
import { foldPerfect, hashesIn, readTiles, tileWidth, type EpochPlace } from "./stored-nodes";

/** Tiles read and stored at a time: 65,536 entries. */
const atOnce = 256;

const known = {
  name: "last-ledger-tile",
  text: `SELECT index FROM ledger_tile WHERE organisation_id = $1 AND epoch = $2 AND level = $3
    ORDER BY index DESC LIMIT 1`,
};

const insert = {
  name: "store-ledger-tiles",
  text: `INSERT INTO ledger_tile (organisation_id, epoch, level, index, hashes, root)
    SELECT $1, $2, $3, t.index, t.hashes, t.root
    FROM unnest($4::bigint[], $5::bytea[], $6::bytea[]) AS t(index, hashes, root)`,
};

async function storeLevel(tx: Tx, place: EpochPlace, level: number, full: bigint): Promise<void> {
  const key = [place.organisationId, place.epoch, level];
  const [last] = await statement<{ index: string }>(tx, known, key);
  let next = last === undefined ? 0n : BigInt(last.index) + 1n;
  while (next < full) {
    const count = Math.min(Number(full - next), atOnce);
    const wanted = Array.from({ length: count }, (_, at) => ({ level, index: next + BigInt(at) }));
    const tiles = await readTiles(place, wanted, tx);
    const roots = tiles.map((tile) => foldPerfect(hashesIn(tile), tileWidth));
    await statement(tx, insert, [...key, wanted.map(({ index }) => String(index)), tiles, roots]);
    next += BigInt(count);
  }
}

/**
 * Stores every tile that `size` entries fill and that is not stored yet, made from the entries' bytes. Call it under the
 * lock of signing, in the transaction that compares the tree with its head: a tile is never changed again.
 * @throws EntriesMissing
 */
export async function storeTiles(tx: Tx, place: EpochPlace, size: bigint): Promise<void> {
  let full = size / BigInt(tileWidth);
  for (let level = 0; full > 0n; level += 1) {
    await storeLevel(tx, place, level, full);
    full /= BigInt(tileWidth);
  }
}
