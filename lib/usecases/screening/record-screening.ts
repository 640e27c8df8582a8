import { z } from "zod";
import { civilDate } from "@/lib/clock";
import { appendEntry } from "@/lib/ledger/append";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import { ok, refuse, type Result } from "@/lib/result";
import { stagedNumbersSchema } from "@/lib/schemas/staged-list";
import { actingStaff } from "../activity/acting-staff";
import type { Ctx } from "../context";
import { decideAgain, lockConcerned } from "../suppression/decide-again";
import { closeUpload, takeUpload } from "../suppression/take-upload";

type Input = { readonly panel: PanelView; readonly uploadId: string };

const countsSchema = z.object({ clear: z.number(), listed: z.number(), known: z.number() });
export type RecordedScreening = z.output<typeof countsSchema>;

/**
 * Records what the register said about each number on a day, for good: a listing never hides behind an earlier clear
 * result. Who is reached on these numbers is decided again. A second press records nothing (PECR reg 21, 26; PE-12).
 */
export async function recordScreening(ctx: Ctx, input: Input): Promise<Result<RecordedScreening>> {
  const { panel, uploadId } = input;
  const staffId = actingStaff(ctx, "screening.upload", panel.id);
  if (staffId === null) return refuse("form.notPermitted");
  const taken = await takeUpload(ctx, panel, "screening", uploadId);
  if (taken === null || taken.statedOn === null) return refuse("list.ended");
  if (taken.counts !== null) return ok(countsSchema.parse(taken.counts));
  const screenedOn = civilDate(taken.statedOn);
  const numbers = stagedNumbersSchema.parse(taken.rows);
  const { organisationId } = panel;
  const hashes = numbers.map(({ numberHash }) => numberHash);
  const concerned = await lockConcerned(ctx.tx, organisationId, hashes);
  const stored = await ctx.tx.$executeRaw`
    INSERT INTO tps_screening (organisation_id, number_hash, screened_on, result, uploaded_by, uploaded_at)
    SELECT ${organisationId}::uuid, n."numberHash", ${screenedOn}::date, n.result::tps_screening_result,
      ${staffId}::uuid, ${ctx.at}
    FROM jsonb_to_recordset(${JSON.stringify(numbers)}::jsonb) AS n("numberHash" text, result text)
    ON CONFLICT DO NOTHING`;
  const clear = numbers.filter(({ result }) => result === "clear").length;
  const counts = { clear, listed: numbers.length - clear, known: numbers.length - stored };
  await decideAgain(ctx.tx, organisationId, concerned, ctx.at);
  await closeUpload(ctx, panel, uploadId, staffId, counts);
  await appendEntry(ctx, organisationId, {
    ...{ eventType: "screening.recorded", panelId: panel.id, subjectRef: null, effectiveAt: ctx.at },
    data: {
      ...{ listUploadId: uploadId, screenedOn, clear: String(clear), listed: String(counts.listed) },
      known: String(counts.known),
    },
  });
  return ok(counts);
}
