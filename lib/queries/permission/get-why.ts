import { database } from "@/lib/db/client";
import { now } from "@/lib/clock";
import type { MemberFacts } from "@/lib/policy/contact-permission";
import type { PolicyDocument, Purpose } from "@/lib/policy/document";
import type { GateDecision } from "@/lib/policy/gate/types";
import type { Channel } from "@/lib/policy/vocabulary";
import { whyOf, type Answered, type WhyCase } from "@/lib/policy/why";
import { loadMemberFacts } from "@/lib/queries/member/load-member-facts";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import { authorise, type Viewer } from "@/lib/queries/staff/viewer";

/** The gate's answer about one message, without the facts it rests on. */
export type WhyAnswer = GateDecision & { readonly about: WhyCase; readonly change: Answered["change"] };

export type WhyCell = { readonly channel: Channel; readonly answers: readonly WhyAnswer[] };

/** A purpose and every way of contact that the panel offers for it; none for one that sends nothing. */
export type WhyRow = { readonly purpose: Purpose; readonly cells: readonly WhyCell[] };

/** What the gate says at this moment about everything the panel can send one member. */
export type Why = { readonly at: Date; readonly rows: readonly WhyRow[] };

/** A member as staff name them. Gone when their details were deleted. */
export type Asked = {
  readonly id: string;
  readonly subjectRef: string;
  readonly reference: string;
  readonly name: string;
};

function answerOf({ about, decision, change }: Answered): WhyAnswer {
  return { ...decision, about, change };
}

function rowsOf(document: PolicyDocument, facts: MemberFacts, at: number): readonly WhyRow[] {
  return document.purposes.map((purpose) => ({
    purpose,
    cells: purpose.channels.flatMap((channel): WhyCell[] => {
      const answers = whyOf(document, purpose, channel, facts, at).map(answerOf);
      return answers.length === 0 ? [] : [{ channel, answers }];
    }),
  }));
}

/** Everything the gate says about a member, on facts loaded now. @throws Error when there is no such member. */
async function weigh(panel: PanelView, memberId: string): Promise<Why> {
  const at = now();
  const facts = (await loadMemberFacts(panel.organisationId, [memberId])).get(memberId);
  if (facts === undefined) throw new Error("The member does not exist");
  return { at, rows: rowsOf(panel.document, facts, at.getTime()) };
}

/** The member of the viewer's panel with this reference, or null; null too for one whose details were deleted. */
export async function findAsked(viewer: Viewer, reference: string): Promise<Asked | null> {
  authorise(viewer, "member.view");
  const { organisationId, id: panelId } = viewer.panel;
  const member = await database().member.findUnique({
    where: {
      organisationId_panelId_reference: { organisationId, panelId, reference },
      state: { not: "erased" },
    },
    select: { id: true, subjectRef: true, reference: true, givenName: true, familyName: true },
  });
  if (member === null) return null;
  const { id, subjectRef, givenName, familyName } = member;
  return { id, subjectRef, reference: member.reference, name: `${givenName} ${familyName}` };
}

/** For staff: the answers with their sentences and citations, never the facts behind them. */
export async function getWhy(viewer: Viewer, memberId: string): Promise<Why> {
  authorise(viewer, "member.view");
  return weigh(viewer.panel, memberId);
}

/** For the members themselves. */
export async function getMyWhy(panel: PanelView, memberId: string): Promise<Why> {
  return weigh(panel, memberId);
}
