// The lock that orders a hand-over and a "no" (docs/decisions/0002-hand-over-lock.md). Whoever hands over a message to a
// member holds it from before the facts are read until the message is settled; an opt-out passes through it after its
// own commit and before it is acknowledged.

/** One database session. Locks belong to the session: they outlive transactions and die with the connection. */
export type LockSession = {
  query(text: string, values: unknown[]): Promise<{ rows: { member_id: string }[] }>;
};

/** How a worker takes and gives back the locks of members. */
export type HandOverLock = {
  /** Takes what is free, without waiting. Returns the members whose lock this session now holds. */
  tryLock(session: LockSession, memberIds: readonly string[]): Promise<ReadonlySet<string>>;
  /** Gives the locks of these members back. */
  unlock(session: LockSession, memberIds: readonly string[]): Promise<void>;
};

export const lockKey = "hashtextextended(member_id::text, 0)";

export const advisoryLock: HandOverLock = {
  async tryLock(session, memberIds) {
    const { rows } = await session.query(
      `SELECT member_id::text FROM unnest($1::uuid[]) AS m(member_id) WHERE pg_try_advisory_lock(${lockKey})`,
      [memberIds],
    );
    return new Set(rows.map((row) => row.member_id));
  },
  async unlock(session, memberIds) {
    await session.query(
      `SELECT member_id::text FROM unnest($1::uuid[]) AS m(member_id) WHERE pg_advisory_unlock(${lockKey})`,
      [memberIds],
    );
  },
};
