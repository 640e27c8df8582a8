import pg from "pg";
import type { LockSession } from "../hand-over-lock";

/**
 * The database session that owns a lane's locks. It must be one real session: a pooler in transaction mode between us and
 * PostgreSQL would break the guarantee (docs/decisions/0002-hand-over-lock.md).
 */
export class Session implements LockSession {
  private lost = false;

  private constructor(
    private readonly client: pg.Client,
    onLost: () => void,
  ) {
    const lose = () => {
      if (this.lost) return;
      this.lost = true;
      onLost();
    };
    client.on("error", lose);
    client.on("end", lose);
  }

  /** Connects. `onLost` is called once when the session ends, by whatever cause: its locks are gone with it. */
  static async open(connectionString: string, onLost: () => void): Promise<Session> {
    const client = new pg.Client({
      connectionString,
      application_name: "resident-panel hand-over",
      keepAlive: true,
      connectionTimeoutMillis: 5_000,
      query_timeout: 10_000,
    });
    const session = new Session(client, onLost);
    await client.connect();
    return session;
  }

  get held(): boolean {
    return !this.lost;
  }

  async query(text: string, values: unknown[]): Promise<{ rows: { member_id: string }[] }> {
    return this.client.query<{ member_id: string }>(text, values);
  }

  async close(): Promise<void> {
    await this.client.end();
  }
}
