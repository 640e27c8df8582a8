// One "stop" has the effect that the purpose's lawful basis gives it, so that nobody must know the difference between
// withdrawing and objecting (UK GDPR 7(3), 18(1)(d), 21(1)-(3); PECR reg 22; law.md LB-4 to LB-6, 12 rows 1 and 5).
import { channelLaw } from "./channel-law";
import type { PolicyDocument, Purpose } from "./document";
import { purposeOf } from "./purpose";
import { channels, type Channel, type LawfulBasis } from "./vocabulary";

export type StopMeaning = {
  /** What to record; null where the law makes the purpose go on, so that there is nothing to decide. */
  readonly decision: "withdrawn" | "objected" | null;
  /** No reasons, no balancing: it ends for good unless the person says yes again (7(3), 21(3)). */
  readonly absolute: boolean;
  /** The address is suppressed too, so that no import brings it back (law.md RT-3). */
  readonly suppresses: boolean;
  /** The data protection officer must decide on the objection; use is restricted meanwhile (18(1)(d)). */
  readonly needsDecision: boolean;
  /** The purpose goes on, because the law or an agreement with the person demands it. */
  readonly keepsRunning: boolean;
  /** Key under `stop` in messages/en/policy.json. */
  readonly sentenceKey: "withdrawn" | "marketing" | "objected" | "keepsRunning";
  readonly citation: string;
};

const plain = { absolute: false, suppresses: false, needsDecision: false, keepsRunning: false } as const;

const withdrawal: StopMeaning = {
  ...plain,
  decision: "withdrawn",
  absolute: true,
  sentenceKey: "withdrawn",
  citation: "UK GDPR 7(3)",
};

const objection: StopMeaning = {
  ...plain,
  decision: "objected",
  needsDecision: true,
  sentenceKey: "objected",
  citation: "UK GDPR 18(1)(d), 21(1)",
};

const goesOn: StopMeaning = {
  ...plain,
  decision: null,
  keepsRunning: true,
  sentenceKey: "keepsRunning",
  citation: "UK GDPR 6(1)(b)-(d)",
};

const byBasis: Readonly<Record<LawfulBasis, StopMeaning>> = {
  consent: withdrawal,
  contract: goesOn,
  legalObligation: goesOn,
  vitalInterests: goesOn,
  publicTask: objection,
  recognisedLegitimateInterest: objection,
  legitimateInterests: objection,
};

/** What "stop" means for a purpose: what is recorded, what follows, and in which words to say so. */
export function stopMeaning(purpose: Pick<Purpose, "lawfulBasis" | "messageKind">): StopMeaning {
  if (purpose.messageKind !== "directMarketing") return byBasis[purpose.lawfulBasis];
  const consented = purpose.lawfulBasis === "consent";
  return {
    ...plain,
    decision: consented ? "withdrawn" : "objected",
    absolute: true,
    suppresses: true,
    sentenceKey: "marketing",
    citation: consented ? "UK GDPR 7(3), 21(2), 21(3)" : "UK GDPR 21(2), 21(3)",
  };
}

export type StopEffect = {
  readonly purposeKey: string;
  readonly channel: Channel | null;
  readonly decision: "withdrawn" | "objected";
  readonly suppresses: boolean;
};

function effectsOn(purposes: readonly Purpose[], channel: Channel | null): readonly StopEffect[] {
  return purposes.flatMap((purpose) => {
    const { decision, suppresses } = stopMeaning(purpose);
    return decision === null ? [] : [{ purposeKey: purpose.key, channel, decision, suppresses }];
  });
}

/**
 * What to record when a person stops one purpose on one channel (null: on every channel). A "no" to one kind of direct
 * marketing reaches all direct marketing on that channel and leaves research alone (law.md EM-3). Empty when the
 * purpose is unknown or has to go on.
 */
export function stopEffects(
  document: PolicyDocument,
  purposeKey: string,
  channel: Channel | null,
): readonly StopEffect[] {
  const stopped = purposeOf(document, purposeKey);
  if (stopped === null) return [];
  const marketing = document.purposes.filter(({ messageKind }) => messageKind === "directMarketing");
  return effectsOn(stopped.messageKind === "directMarketing" ? marketing : [stopped], channel);
}

/**
 * What to record when a mailbox provider reports that a person called our mail spam: an objection to all direct marketing
 * by every electronic message, which is more than the list it came from, and nothing else (law.md EM-3).
 */
export function spamReportEffects(document: PolicyDocument): readonly StopEffect[] {
  const marketing = document.purposes.filter(({ messageKind }) => messageKind === "directMarketing");
  const electronic = channels.filter((channel) => channelLaw[channel].class === "electronicMail");
  return electronic.flatMap((channel) =>
    effectsOn(
      marketing.filter((purpose) => purpose.channels.includes(channel)),
      channel,
    ),
  );
}
