import { randomUUID } from "node:crypto";
import { now } from "@/lib/clock";
import { readConfig } from "@/lib/config/config";
import { pool } from "@/lib/db/client";
import { inTransaction, statement } from "@/lib/db/transaction";
import type { Ctx } from "@/lib/usecases/context";
import { appendEntry } from "../append";
import { newestKek, unwrapKey, wrapKey } from "./keks";

const atOnce = 200;

const count = { name: "count-outdated", text: "SELECT keyring.count_outdated($1) AS n" };
const next = {
  name: "next-outdated",
  text: `SELECT organisation_id::text AS "organisationId", subject_ref::text AS "subjectRef", key_version AS "keyVersion",
    kek_version AS "kekVersion", wrapped FROM keyring.next_outdated($1, ${atOnce})`,
};
const rewrap = { name: "rewrap-key", text: "SELECT keyring.rewrap_key($1, $2, $3, $4, $5)" };

type Outdated = {
  readonly organisationId: string;
  readonly subjectRef: string;
  readonly keyVersion: number;
  readonly kekVersion: number;
  readonly wrapped: Buffer;
};

/** Re-wraps some keys in one transaction, and says so in the ledgers they belong to. Returns how many. */
async function rotateSome(newest: number): Promise<number> {
  const { ledgerKeks } = readConfig();
  return inTransaction(async (tx) => {
    const keys = await statement<Outdated>(tx, next, [newest]);
    for (const key of keys) {
      const { organisationId, subjectRef, keyVersion, kekVersion } = key;
      const again = wrapKey(ledgerKeks, key, keyVersion, unwrapKey(ledgerKeks, key, key));
      await statement(tx, rewrap, [organisationId, subjectRef, kekVersion, newest, again.wrapped]);
    }
    const at = now();
    const ctx: Ctx = { tx, at, requestId: randomUUID(), actor: { kind: "system", name: "keyRotation" } };
    const organisations = Map.groupBy(keys, ({ organisationId }) => organisationId);
    for (const organisationId of [...organisations.keys()].toSorted()) {
      await appendEntry(ctx, organisationId, {
        ...{ eventType: "keys.rotated", panelId: null, subjectRef: null, effectiveAt: at },
        data: { keyVersion: String(newest), keys: String(organisations.get(organisationId)?.length ?? 0) },
      });
    }
    return keys.length;
  });
}

/**
 * Wraps every person's key by the newest key-encryption key. What is sealed stays as it is, and every key can be read at
 * every moment, by the old or the new one. Cut off, it is run again and goes on.
 * @param progress told after each part: how many are done, of how many
 * @returns how many keys were re-wrapped
 * @throws KeyUnavailable when a key is wrapped by one that LEDGER_KEKS does not hold; those before it stay re-wrapped
 */
export async function rotateKeys(progress: (done: number, total: number) => void): Promise<number> {
  const newest = newestKek(readConfig().ledgerKeks).version;
  const { rows } = await pool().query<{ n: string }>({ ...count, values: [newest] });
  const total = Number(rows[0]?.n ?? 0);
  let done = 0;
  for (let some = await rotateSome(newest); some > 0; some = await rotateSome(newest)) {
    done += some;
    progress(done, total);
  }
  return done;
}
