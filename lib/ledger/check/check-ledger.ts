import { readConfig } from "@/lib/config/config";
import { judgeLedger, type LedgerVerdict, type TreeSize } from "@/lib/policy/ledger-check";
import { lastPublished } from "../checkpoint/published-file";
import { inSnapshot } from "../verify/snapshot";
import { verifyLedger, type Verification } from "../verify";
import { compareAnchors, type Anchor, type AnchorsCompared } from "./compare-anchors";
import { compareRecords, type RecordsCompared } from "./compare-records";

/** All that a check of an organisation's ledger found. */
export type LedgerChecked = LedgerVerdict & {
  readonly verification: Verification;
  readonly records: RecordsCompared;
  readonly anchors: AnchorsCompared;
  readonly durationMs: number;
};

/** The trees in the published file: they left this database, so an older copy of it cannot have forgotten them. */
async function publishedAnchors(organisationId: string): Promise<readonly Anchor[]> {
  const dir = readConfig().checkpointDir;
  if (dir === undefined) return [];
  const published = await lastPublished(dir, organisationId);
  return published.map(({ epoch, size, root }) => ({ epoch, size, root: Buffer.from(root).toString("hex") }));
}

type Head = { readonly epoch: number; readonly seq: string; readonly size: string };

const headText =
  "SELECT epoch, seq::text, (seq - epoch_start)::text AS size FROM ledger_head WHERE organisation_id = $1";

/**
 * Reads an organisation's whole ledger and says three things apart: whether the entries are as they were written, whether
 * all is there, and whether what was signed and published earlier agrees. Nothing is changed, and nobody waits for it.
 */
export async function checkLedger(organisationId: string): Promise<LedgerChecked> {
  const started = performance.now();
  const published = await publishedAnchors(organisationId);
  const verification = await verifyLedger(organisationId);
  const { anchors, records, head } = await inSnapshot(async (client) => {
    const { rows } = await client.query<Head>({ text: headText, values: [organisationId] });
    const stands: TreeSize = { epoch: rows[0]?.epoch ?? 1, size: BigInt(rows[0]?.size ?? "0") };
    // Broken bytes cannot be read as decisions, and are found already.
    const nothing = { decisions: 0, differing: 0 };
    const readable = verification.verdict === "intact" || verification.verdict === "projectionDiffers";
    return {
      head: stands,
      anchors: await compareAnchors(client, organisationId, published),
      records: readable ? await compareRecords(client, organisationId, BigInt(rows[0]?.seq ?? "0")) : nothing,
    };
  });
  const verdict = judgeLedger({
    verdict: verification.verdict,
    head,
    newestSigned: anchors.newest,
    recordsDiffering: records.differing,
    anchorsCompared: anchors.compared,
    anchorsDiffering: anchors.differing.length,
    anchorsBadlySigned: anchors.badlySigned,
  });
  return { ...verdict, verification, records, anchors, durationMs: Math.round(performance.now() - started) };
}
