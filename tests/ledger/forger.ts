import { Client } from "pg";
import { chainHash, emptyChain, grownFrontier, leafHash } from "@/lib/ledger/hashing";

/** A superuser who has switched every fence off: what the database's own guards cannot stop. */
export class Forger {
  private constructor(private readonly client: Client) {}

  static async enter(superuserUrl: string): Promise<Forger> {
    const client = new Client({ connectionString: superuserUrl });
    await client.connect();
    await client.query(`
      ALTER TABLE ledger_entry DISABLE TRIGGER ALL;
      ALTER TABLE ledger_head DISABLE TRIGGER ALL;
      ALTER TABLE ledger_entry DROP CONSTRAINT ledger_entry_leaf_hash_check,
        DROP CONSTRAINT ledger_entry_chain_hash_check, DROP CONSTRAINT ledger_entry_seq_check;
      ALTER TABLE ledger_head DROP CONSTRAINT ledger_head_frontier_check;
      CREATE TABLE honest_entry AS TABLE ledger_entry;
      CREATE TABLE honest_head AS TABLE ledger_head;`);
    return new Forger(client);
  }

  async run(text: string, values: unknown[] = []): Promise<void> {
    await this.client.query(text, values);
  }

  /** Puts the honest ledger back. */
  async repent(): Promise<void> {
    await this.client.query(`
      DELETE FROM ledger_entry; INSERT INTO ledger_entry TABLE honest_entry;
      DELETE FROM ledger_head; INSERT INTO ledger_head TABLE honest_head;`);
  }

  /**
   * Changes the bytes of one entry and re-hashes everything from there on, as someone would who knows the
   * specification. `withHead` also rewrites the head: then only a checkpoint kept elsewhere would tell.
   */
  async rewrite(seq: bigint, change: (bytes: string) => string | Buffer, withHead: boolean): Promise<void> {
    const { rows } = await this.client.query<{ seq: string; bytes: Buffer }>(
      "SELECT seq, bytes FROM ledger_entry ORDER BY seq",
    );
    let [chain, frontier]: [Uint8Array, readonly Uint8Array[]] = [emptyChain, []];
    for (const [index, row] of rows.entries()) {
      const written = BigInt(row.seq) === seq ? change(row.bytes.toString("utf8")) : row.bytes;
      const bytes = typeof written === "string" ? Buffer.from(written, "utf8") : written;
      const leaf = leafHash(bytes);
      chain = chainHash(chain, leaf);
      frontier = grownFrontier(frontier, BigInt(index), leaf);
      if (BigInt(row.seq) < seq) continue;
      await this.client.query(
        "UPDATE ledger_entry SET bytes = $2, leaf_hash = $3, chain_hash = $4 WHERE seq = $1",
        [row.seq, bytes, leaf, chain],
      );
    }
    if (!withHead) return;
    await this.client.query("UPDATE ledger_head SET chain_hash = $1, frontier = $2", [chain, frontier]);
  }

  async leave(): Promise<void> {
    await this.client.end();
  }
}
