import { readConfig } from "@/lib/config/config";
import type { Signing } from "@/lib/config/signing";
import { pool } from "@/lib/db/client";
import { cosignNewest } from "@/lib/ledger/checkpoint/cosigning";
import { publishCheckpoints } from "@/lib/ledger/checkpoint/publish";
import { signTree } from "@/lib/ledger/checkpoint/sign";
import type { Actor } from "@/lib/policy/permission";
import { mailCheckpoints } from "@/lib/usecases/ledger/mail-checkpoints";
import { runUseCase } from "@/lib/usecases/run";

const worker: Actor = { kind: "system", name: "worker" };
/** Mails queued in one transaction. */
const size = 50;

const newestOf = `LEFT JOIN LATERAL (SELECT c.epoch, c.size, c.signed_at FROM ledger_checkpoint c
  WHERE c.organisation_id = h.organisation_id ORDER BY c.epoch DESC, c.size DESC LIMIT 1) n ON true`;

/** A hundred new entries, or anything new and five minutes since. */
const due = `SELECT h.organisation_id AS id FROM ledger_head h ${newestOf}
  CROSS JOIN LATERAL (SELECT h.seq - h.epoch_start - CASE WHEN n.epoch = h.epoch THEN n.size ELSE 0 END AS count) fresh
  WHERE fresh.count > 0
    AND (fresh.count >= 100 OR n.signed_at IS NULL OR n.signed_at < now() - interval '5 minutes')`;

const notOnFile = (place: "file" | "witness", newest: string) => `EXISTS (SELECT FROM (${newest}) AS one
  WHERE NOT EXISTS (SELECT FROM checkpoint_publication p WHERE p.organisation_id = h.organisation_id
    AND p.place = '${place}' AND (p.epoch, p.size) >= (one.epoch, one.size)))`;

const newest = (table: string) => `SELECT c.epoch, c.size FROM ${table} c
  WHERE c.organisation_id = h.organisation_id ORDER BY c.epoch DESC, c.size DESC LIMIT 1`;

const unpublished = `SELECT h.organisation_id AS id FROM ledger_head h
  WHERE ${notOnFile("file", newest("ledger_checkpoint"))} OR ${notOnFile("witness", newest("checkpoint_cosignature"))}`;

const uncosigned = `SELECT h.organisation_id AS id FROM ledger_head h JOIN LATERAL (${newest("ledger_checkpoint")}) n ON true
  WHERE NOT EXISTS (SELECT FROM checkpoint_cosignature s WHERE s.organisation_id = h.organisation_id
    AND s.epoch = n.epoch AND s.size = n.size AND s.verifier_key = $1)`;

/** Does the work for each; one that fails keeps no other from its turn, and is told of at the end. */
async function forEach(
  text: string,
  values: readonly unknown[],
  work: (organisationId: string) => Promise<boolean>,
): Promise<number> {
  const { rows } = await pool().query<{ id: string }>(text, [...values]);
  const faults: unknown[] = [];
  let done = 0;
  for (const { id } of rows) {
    try {
      if (await work(id)) done += 1;
    } catch (fault) {
      faults.push(fault);
    }
  }
  if (faults.length > 0) throw faults[0];
  return done;
}

/** Signs what is due, then publishes what is stored and not in its file yet. Returns how many trees were signed. */
export async function signRound({ privateKey, dir }: Signing): Promise<number> {
  const signer = { privateKey, dir, appUrl: readConfig().appUrl };
  try {
    return await forEach(due, [], async (id) => (await signTree(id, signer)) !== null);
  } finally {
    await forEach(unpublished, [], async (id) => (await publishCheckpoints(id, dir)) > 0);
  }
}

/** Shows the newest checkpoints to the witness. Returns how many it signed. */
export async function cosignRound({ witness }: Signing): Promise<number> {
  if (witness === undefined) return 0;
  return forEach(uncosigned, [witness.key.text], (id) => cosignNewest(id, witness));
}

/** Queues the mails of the day. Returns how many. */
export async function mailRound(): Promise<number> {
  const result = await runUseCase(mailCheckpoints, worker, { size });
  return result.ok ? result.value.mails : 0;
}
