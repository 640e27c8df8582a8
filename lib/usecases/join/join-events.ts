import type { LedgerEvent } from "@/lib/ledger/event";
import { sealFields } from "@/lib/ledger/keyring/seal";
import { londonDate } from "@/lib/clock";
import { mayAsk } from "@/lib/policy/reviews";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import type { Ctx } from "../context";
import type { CreatedMember, NewMember } from "./create-member";
import type { ShownEdition } from "./edition-of-draft";

type Joined = {
  readonly panel: PanelView;
  readonly member: CreatedMember;
  readonly noticeShownId: string;
  /** The text they were shown. */
  readonly edition: ShownEdition;
  readonly request: { readonly id: string; readonly noticeShownAt: Date };
  readonly draft: NewMember["draft"];
  readonly applies: boolean;
};

function monitoringEvent(ctx: Ctx, { panel, member, draft }: Joined): LedgerEvent | null {
  const today = londonDate(ctx.at);
  const answered = panel.document.fields.filter(
    (field) => draft.sensitive[field.key] !== undefined && mayAsk(panel.document, field, today),
  );
  if (answered.length === 0) return null;
  return {
    eventType: "monitoringAnswer.recorded",
    panelId: panel.id,
    subjectRef: member.subjectRef,
    effectiveAt: ctx.at,
    data: {
      fields: answered.map(({ key }) => key),
      art9Conditions: answered.map(({ art9Condition }) => art9Condition ?? ""),
      method: "web",
    },
  };
}

async function joinedEvent(ctx: Ctx, { panel, member, edition, request, draft, applies }: Joined) {
  const { subjectRef } = member;
  const event = { eventType: "member.joined", subjectRef, effectiveAt: ctx.at } as const;
  const { givenName, familyName, email } = draft.details;
  const sealed = await sealFields(
    ctx,
    { organisationId: panel.organisationId, ...event },
    { nameSealed: `${givenName} ${familyName}`, addressSealed: email },
  );
  return {
    ...event,
    panelId: panel.id,
    data: {
      policyVersionId: panel.policyVersionId,
      privacyNoticeId: edition.privacyNoticeId,
      method: "web",
      joinRequestId: request.id,
      state: applies ? "applicant" : "member",
      ...sealed,
    },
  };
}

async function verifiedEvent(ctx: Ctx, { panel, member, draft }: Joined) {
  const { subjectRef, emailId: contactPointId } = member;
  const event = { eventType: "contactPoint.verified", subjectRef, effectiveAt: ctx.at } as const;
  const { organisationId, id: panelId } = panel;
  const sealed = await sealFields(ctx, { organisationId, ...event }, { addressSealed: draft.details.email });
  return { ...event, panelId, data: { contactPointId, kind: "email", method: "link", ...sealed } };
}

/** What joining puts into the trail before the decisions themselves: the notice, the person, the address, the answers. */
export async function joinEvents(ctx: Ctx, joined: Joined): Promise<readonly LedgerEvent[]> {
  const { panel, member, noticeShownId, edition, request } = joined;
  const about = { panelId: panel.id, subjectRef: member.subjectRef };
  const events: (LedgerEvent | null)[] = [
    {
      ...about,
      eventType: "notice.shown",
      effectiveAt: request.noticeShownAt,
      data: {
        noticeShownId,
        ...edition,
        place: "join",
        number: String(panel.privacyNoticeNumber),
      },
    },
    await joinedEvent(ctx, joined),
    await verifiedEvent(ctx, joined),
    monitoringEvent(ctx, joined),
  ];
  return events.filter((event) => event !== null);
}
