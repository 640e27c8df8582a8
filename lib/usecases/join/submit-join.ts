import { hashAddress, hashToken } from "@/lib/auth/secrets";
import { queueMessage } from "@/lib/messaging/queue-message";
import { offeredPurposes } from "@/lib/policy/join-choices";
import { ok, refuse, type Result } from "@/lib/result";
import type { JoinDraft } from "@/lib/schemas/join-draft";
import type { Ctx } from "../context";
import { lockDraft, type DraftKey } from "./join-draft";
import { knownInPanel } from "./known-in-panel";

/** A join that nobody confirms is forgotten after seven days. */
const daysToConfirm = 7;

/** Whether every choice that the details call for was made: changing details after the choices can open new ones. */
export function choicesComplete(input: DraftKey, answers: JoinDraft): boolean {
  const { details, choices } = answers;
  if (details === undefined || choices === undefined) return false;
  const reach = { phone: details.phone !== "", address: details.addressLine1 !== "" };
  const made = new Set(choices.map(({ purposeKey, channel }) => `${purposeKey}/${channel}`));
  return offeredPurposes(input.panel.document, reach)
    .flatMap((offered) => offered.choices)
    .every(({ purposeKey, channel }) => made.has(`${purposeKey}/${channel}`));
}

/**
 * Sends the draft off: the person is asked by mail whether it was them. An address that is already on the panel gets
 * another mail and the same answer here, by the same work. A second press finds it sent and sends nothing.
 */
export async function submitJoin(ctx: Ctx, input: DraftKey): Promise<Result<null>> {
  const draft = await lockDraft(ctx, input);
  if (draft === null) return refuse("join.draftEnded");
  if (draft.submittedAt !== null) return ok(null);
  const { details } = draft.answers;
  if (details === undefined || !choicesComplete(input, draft.answers)) return refuse("join.incomplete");
  const { organisationId, id: panelId } = input.panel;
  const addressHash = hashAddress(details.email);
  const known = await knownInPanel(ctx.tx, input.panel, addressHash);
  await ctx.tx.joinRequest.update({
    where: { draftTokenHash: hashToken(input.draftToken) },
    data: {
      addressHash,
      submittedAt: ctx.at,
      expiresAt: new Date(ctx.at.getTime() + daysToConfirm * 86_400_000),
    },
  });
  await queueMessage(ctx, {
    template: known ? "already-member" : "confirm-address",
    kind: "rightsReply",
    purposeKey: "joining",
    organisationId,
    panelId,
    joinRequestId: draft.id,
  });
  return ok(null);
}
