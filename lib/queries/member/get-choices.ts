import { now } from "@/lib/clock";
import {
  choiceStanding,
  concernedChannels,
  mayStop,
  reachableBy,
  yesEnds,
  type Answer,
  type Reachable,
} from "@/lib/policy/choice";
import type { ConsentState } from "@/lib/policy/consent-standing";
import { decideContactPermission, stopsOn, type MemberFacts } from "@/lib/policy/contact-permission";
import type { Purpose } from "@/lib/policy/document";
import type { GateCode } from "@/lib/policy/gate/types";
import { reasonAt, slotOf } from "@/lib/policy/permission-slots";
import { standingConsents } from "@/lib/policy/standing-consents";
import type { Channel } from "@/lib/policy/vocabulary";
import type { PanelView } from "../panel/get-panel";
import { takesTexts } from "@/lib/schemas/phone-number";
import { getMember } from "./get-member";
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
  /** Since when their own stop for everything, or for all promotion, makes this a "no"; null where none does. */
  readonly stoppedAt: Date | null;
  /** It is done now: not refused, and no address is closed or still to be shown to be theirs. */
  readonly inUse: boolean;
};

export type PurposeChoice = {
  readonly purpose: Purpose;
  /** The ways that concern the person: they can be reached so, or decided about it once. */
  readonly channels: readonly ChannelChoice[];
  /** The person can end it: a consent or an objection can, a duty cannot. */
  readonly mayStop: boolean;
  /** Something of it goes on now. */
  readonly running: boolean;
};

function instant(ms: number | null): Date | null {
  return ms === null ? null : new Date(ms);
}

/** Reasons that lie with an address and not with what the person said. */
function addressStops(gate: GateCode | null): boolean {
  return gate !== null && (gate.startsWith("address.") || gate.startsWith("suppression."));
}

type Person = { readonly facts: MemberFacts; readonly reachable: Reachable; readonly at: number };

function purposeChoice(panel: PanelView, purpose: Purpose, { facts, reachable, at }: Person): PurposeChoice {
  const { reasons } = decideContactPermission(panel.document, facts, at);
  const consents = standingConsents(panel.document, facts, at);
  const channels = concernedChannels(purpose, facts.consents, reachable).map((channel): ChannelChoice => {
    const stops = stopsOn(facts, channel);
    const { answer, standing, stoppedAt } = choiceStanding(purpose, channel, consents, at, stops);
    const gate =
      channel === null || purpose.messageKind === null
        ? null
        : reasonAt(reasons, slotOf(purpose.slot, channel));
    return {
      channel,
      answer,
      state: standing.state,
      since: instant(standing.since),
      until: instant(yesEnds(purpose, channel, consents, at)),
      gate,
      stoppedAt: instant(stoppedAt),
      inUse: answer === "yes" && !addressStops(gate),
    };
  });
  return {
    purpose,
    channels,
    mayStop: mayStop(purpose),
    running: channels.some(({ answer }) => answer === "yes"),
  };
}

async function reachableMember(panel: PanelView, memberId: string, facts: MemberFacts): Promise<Reachable> {
  const { phone } = await getMember(panel.organisationId, memberId);
  const { email, call, post, inApp, socialMessage } = facts.addresses;
  const has = {
    email: email !== null,
    phone: call !== null,
    home: post !== null,
    account: inApp !== null,
    socialNetwork: socialMessage !== null,
  };
  return reachableBy(has, phone !== null && takesTexts(phone));
}

/** Where the member stands on every purpose of the panel, in the policy's order. */
export async function getChoices(panel: PanelView, memberId: string): Promise<readonly PurposeChoice[]> {
  const facts = (await loadMemberFacts(panel.organisationId, [memberId])).get(memberId);
  if (facts === undefined) throw new Error("The member does not exist");
  const reachable = await reachableMember(panel, memberId, facts);
  const person = { facts, reachable, at: now().getTime() };
  return panel.document.purposes.map((purpose) => purposeChoice(panel, purpose, person));
}
