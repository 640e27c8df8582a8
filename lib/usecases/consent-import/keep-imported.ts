import { statement } from "@/lib/db/transaction";
import { journalStops } from "@/lib/ledger/journal/stops";
import type { Ctx } from "../context";
import { suppressionRow } from "../consent/decision-rows";
import type { AddedSuppression } from "../consent/settle-suppressions";
import { evidenceRow, recordRow, shownRow, type Imported } from "./import-rows";

type ToKeep = {
  readonly staffId: string;
  readonly uploadId: string;
  readonly imported: readonly Imported[];
  readonly added: readonly AddedSuppression[];
};

type Table = "wording" | "notice_shown" | "consent_record" | "consent_evidence" | "suppression";

/** Rows of a table, all with the same columns, in one statement, however many. Words that are kept already stay as they are. */
async function insert(ctx: Ctx, table: Table, rows: readonly object[]): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const columns = Object.keys(first).join(", ");
  const text = `INSERT INTO ${table} (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(NULL::${table}, $1)
    ${table === "wording" ? "ON CONFLICT DO NOTHING" : ""}`;
  await statement(ctx.tx, { name: `import_${table}`, text }, [JSON.stringify(rows)]);
}

/** The words once each, by their hash. */
function wordings({ at }: Ctx, imported: readonly Imported[]): readonly object[] {
  const known = new Map(imported.map(({ record, input }) => [record.wordingHash, { record, input }]));
  return [...known].map(([hash, { record, input }]) => ({
    organisation_id: input.panel.organisationId,
    hash,
    text: record.wording.normalize("NFC"),
    ...{ language: "en", format: "standard" },
    first_used_at: at,
  }));
}

/** Stores what a list brings: words, notices, records, what proves them, and the addresses that its noes close. */
export async function keepImported(ctx: Ctx, { staffId, uploadId, imported, added }: ToKeep): Promise<void> {
  const proven = imported.filter(({ input }) => input.noticeShownId !== null);
  await insert(ctx, "wording", wordings(ctx, imported));
  await insert(
    ctx,
    "notice_shown",
    proven.map((one) => shownRow(ctx, one)),
  );
  await insert(
    ctx,
    "consent_record",
    imported.map((one) => recordRow(ctx, staffId, one)),
  );
  await insert(
    ctx,
    "consent_evidence",
    imported.map((one) => evidenceRow(uploadId, one)),
  );
  const [first] = imported;
  if (first === undefined) return;
  const stops = added.map((one) => suppressionRow(first.input, one));
  journalStops(ctx.tx, first.input.panel.organisationId, ctx.at, stops);
  await insert(ctx, "suppression", stops);
}
