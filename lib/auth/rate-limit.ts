import { createHash } from "node:crypto";
import { headers } from "next/headers";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { pool } from "@/lib/db/client";

// Counted in PostgreSQL, so that every web process counts together. Keys are hashes: the table names nobody.

/** How many tries within how many seconds. Generous for people behind one address (a housing office), small for a script. */
const limits = {
  signInAddress: { points: 5, duration: 15 * 60 },
  signInPlace: { points: 100, duration: 15 * 60 },
  signInEverywhere: { points: 3_000, duration: 60 },
  codePlace: { points: 200, duration: 15 * 60 },
  draftPlace: { points: 400, duration: 60 * 60 },
  joinAddress: { points: 5, duration: 60 * 60 },
  joinPlace: { points: 200, duration: 60 * 60 },
  joinEverywhere: { points: 6_000, duration: 60 },
  receiptPlace: { points: 120, duration: 15 * 60 },
  receiptEverywhere: { points: 1_200, duration: 60 },
} as const;

export type Limit = keyof typeof limits;

const limiters = new Map<Limit, RateLimiterPostgres>();

function limiterOf(limit: Limit): RateLimiterPostgres {
  const known = limiters.get(limit);
  if (known !== undefined) return known;
  const made = new RateLimiterPostgres({
    storeClient: pool(),
    storeType: "pool",
    tableName: "rate_limit",
    tableCreated: true,
    clearExpiredByTimeout: false,
    keyPrefix: limit,
    ...limits[limit],
  });
  limiters.set(limit, made);
  return made;
}

/**
 * Counts one try. False when there were too many lately. A database fault throws: a limit that cannot be counted is
 * not passed.
 * @param key whose tries are counted: a hash, or "all". Never an address or a name.
 */
export async function withinLimit(limit: Limit, key: string): Promise<boolean> {
  try {
    await limiterOf(limit).consume(key);
    return true;
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return false;
    throw refusal;
  }
}

/**
 * A hash of the network address this request came from. The last entry of X-Forwarded-For is the one the nearest
 * proxy wrote; without a proxy a caller can invent it, which is why each limit by place has one by address and one for
 * all beside it.
 */
export async function placeOfRequest(): Promise<string> {
  const forwarded = (await headers()).get("x-forwarded-for")?.split(",").at(-1)?.trim() ?? "unknown";
  return createHash("sha256").update(`place/v1/${forwarded}`).digest("hex").slice(0, 32);
}
