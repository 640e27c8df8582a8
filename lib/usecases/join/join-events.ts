import type { LedgerEvent } from "@/lib/ledger/event";
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

/** What joining puts into the trail before the decisions themselves: the notice, the person, the address, the answers. */
export function joinEvents(ctx: Ctx, joined: Joined): readonly LedgerEvent[] {
  const { panel, member, noticeShownId, edition, request } = joined;
  const { policyVersionId } = panel;
  const { privacyNoticeId } = edition;
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
    {
      ...about,
      eventType: "member.joined",
      effectiveAt: ctx.at,
      data: {
        policyVersionId,
        privacyNoticeId,
        method: "web",
        joinRequestId: request.id,
        state: joined.applies ? "applicant" : "member",
      },
    },
    {
      ...about,
      eventType: "contactPoint.verified",
      effectiveAt: ctx.at,
      data: { contactPointId: member.emailId, kind: "email", method: "link" },
    },
    monitoringEvent(ctx, joined),
  ];
  return events.filter((event) => event !== null);
}
