import { statement } from "@/lib/db/transaction";
import type { JournaledNo } from "@/lib/ledger/recover/missing";
import { choicesOf } from "@/lib/policy/choice";
import { purposeOf } from "@/lib/policy/purpose";
import { getPanelById } from "@/lib/queries/panel/get-panel";
import { ok, type Result } from "@/lib/result";
import { lockFacts } from "../consent/lock-facts";
import { recordDecisions } from "../consent/record-decisions";
import type { Ctx } from "../context";
import { repeatStops } from "../suppression/repeat-stops";

export type NoToRepeat = { readonly organisationId: string; readonly no: JournaledNo };

/** Stands where the words were, which the older copy may never have held. */
const wording =
  "Repeated from the journal of stops after a restore. The words that were shown are not in this database.";

const find = {
  name: "repeat-no-member",
  text: "SELECT id::text FROM member WHERE organisation_id = $1 AND panel_id = $2 AND subject_ref = $3",
};

/**
 * Records a "no" again that the journal has: under its own id, by the way and at the moment it was said. Where its person or
 * its purpose is not in this copy, it is kept as a stop of the person, under the same id.
 */
export async function repeatNo(
  ctx: Ctx,
  { organisationId, no }: NoToRepeat,
): Promise<Result<"recorded" | "kept">> {
  const panel = await getPanelById(organisationId, no.panel, ctx.tx);
  const [member] = await statement<{ id: string }>(ctx.tx, find, [organisationId, no.panel, no.subject]);
  const purpose = panel === null ? null : purposeOf(panel.document, no.purpose);
  const isChoice = purpose !== null && (no.channel === null || choicesOf(purpose).includes(no.channel));
  if (panel === null || member === undefined || !isChoice) {
    const row = {
      ...{ organisation_id: organisationId, id: no.consentRecordId, subject_ref: no.subject },
      ...{ purpose_key: no.purpose, channel: no.channel, source: no.method, recorded_at: no.at },
    };
    await repeatStops(ctx, {
      ...{ organisationId, panelId: no.panel },
      stops: [{ type: "suppression", organisation: organisationId, at: no.at, row }],
    });
    return ok("kept");
  }
  const locked = await lockFacts(ctx.tx, panel, member.id);
  await recordDecisions(ctx, {
    ...{ panel, member: locked.own, locked, method: no.method, noticeShownId: null },
    effectiveAt: new Date(no.effectiveAt),
    choices: [
      {
        ...{ id: no.consentRecordId, purposeKey: no.purpose, channel: no.channel },
        ...{ decision: no.decision, wording },
      },
    ],
  });
  return ok("recorded");
}
