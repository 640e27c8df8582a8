import { now } from "@/lib/clock";
import { choicesOf, choiceStanding, mayStop, type Answer } from "@/lib/policy/choice";
import type { ConsentState } from "@/lib/policy/consent-standing";
import { decideContactPermission, type MemberFacts } from "@/lib/policy/contact-permission";
import type { Purpose } from "@/lib/policy/document";
import { consentsCovered } from "@/lib/policy/notice-cover";
import type { GateCode } from "@/lib/policy/gate/types";
import { reasonAt, slotOf } from "@/lib/policy/permission-slots";
import type { Channel } from "@/lib/policy/vocabulary";
import type { PanelView } from "../panel/get-panel";
import { loadMemberFacts } from "./load-member-facts";

/** Where a member stands on one purpose and channel. */
export type ChannelChoice = {
  /** Null for a purpose that sends nothing. */
  readonly channel: Channel | null;
  readonly answer: Answer;
  readonly state: ConsentState;
  readonly since: Date | null;
  /** First instant at which a yes no longer counts. */
  readonly until: Date | null;
  /** What the gate says today; null for a purpose that sends nothing. */
  readonly gate: GateCode | null;
};

export type PurposeChoice = {
  readonly purpose: Purpose;
  readonly channels: readonly ChannelChoice[];
  /** The person can end it: a consent or an objection can, a duty cannot. */
  readonly mayStop: boolean;
  /** Something of it goes on now. */
  readonly running: boolean;
};

function instant(ms: number | null): Date | null {
  return ms === null ? null : new Date(ms);
}

function purposeChoice(panel: PanelView, purpose: Purpose, facts: MemberFacts, at: number): PurposeChoice {
  const { reasons } = decideContactPermission(panel.document, facts, at);
  const consents = consentsCovered(panel.document, facts.consents);
  const channels = choicesOf(purpose).map((channel): ChannelChoice => {
    const { answer, standing } = choiceStanding(purpose, channel, consents, at);
    const gate =
      channel === null || purpose.messageKind === null
        ? null
        : reasonAt(reasons, slotOf(purpose.slot, channel));
    return {
      channel,
      answer,
      state: standing.state,
      since: instant(standing.since),
      until: standing.state === "given" ? instant(standing.until) : null,
      gate,
    };
  });
  return {
    purpose,
    channels,
    mayStop: mayStop(purpose),
    running: channels.some(({ answer }) => answer === "yes"),
  };
}

/** Where the member stands on every purpose of the panel, in the policy's order. */
export async function getChoices(panel: PanelView, memberId: string): Promise<readonly PurposeChoice[]> {
  const facts = (await loadMemberFacts(panel.organisationId, [memberId])).get(memberId);
  if (facts === undefined) throw new Error("The member does not exist");
  const at = now().getTime();
  return panel.document.purposes.map((purpose) => purposeChoice(panel, purpose, facts, at));
}
