// The facts about a person in a scenario, from what happened to them until the moment of the message (law.md I6).
import { ageGroupAt } from "../age";
import { londonDate } from "../civil";
import { factsFor } from "../contact-permission";
import { settledOn } from "../debated";
import type { PolicyDocument } from "../document";
import { debatedPoints, type SettledPoint } from "../gate/settings";
import type { AddressFact, CallOverride, GateFacts, SoftOptInFact } from "../gate/types";
import { byAddressKind, channelLaw } from "../channel-law";
import type { Representative } from "../representative";
import type { Channel, MemberState } from "../vocabulary";
import { consentFacts, datedUntil, objectionOutcomes, suppressions, type Dated } from "./decisions";
import type { ScenarioEvent, ScenarioMessage, ScenarioPerson } from "./types";

type Verb = keyof ScenarioEvent;

function last(dated: readonly Dated[], ...verbs: readonly Verb[]): Dated | null {
  return dated.findLast(({ event }) => verbs.some((verb) => event[verb] !== undefined)) ?? null;
}

function stateOf(dated: readonly Dated[]): MemberState {
  const event = last(dated, "applied", "joined", "left", "ended", "erased")?.event;
  if (event?.erased === true) return "erased";
  if (event?.ended === true) return "ended";
  if (event?.left === true) return "left";
  return event?.joined === true ? "member" : "applicant";
}

function restriction(
  dated: readonly Dated[],
): Partial<GateFacts["member"]> & { readonly restricted: boolean } {
  const restricted = last(dated, "restricted", "restrictionLifted")?.event.restricted;
  if (restricted === undefined) return { restricted: false };
  return restricted === true ? { restricted: true } : { restricted: true, restrictedPurposes: restricted };
}

function memberOf(person: ScenarioPerson, dated: readonly Dated[], at: number): GateFacts["member"] {
  const unusable = dated.flatMap(({ event }) => event.cannotUse ?? []);
  const format = last(dated, "needsFormat")?.event.needsFormat;
  return {
    state: stateOf(dated),
    ...restriction(dated),
    pausedUntil: last(dated, "pausedUntil")?.event.pausedUntil ?? null,
    joinedAt: last(dated, "joined")?.at ?? null,
    noticeShown: last(dated, "shownNotice") !== null,
    approaches: dated.filter(({ event }) => event.approached === true).map((one) => one.at),
    deceased: last(dated, "died") !== null,
    matched: person.matched ?? true,
    prospect: person.prospect ?? false,
    ...(person.born === undefined ? {} : { age: ageGroupAt(person.born, at) }),
    parentAgreed: last(dated, "parentAgreed") !== null,
    doNotVisit: last(dated, "doNotVisit") !== null,
    unusableChannels: unusable,
    ...(format === undefined ? {} : { neededFormat: format }),
    suppressions: suppressions(dated, "person"),
  };
}

/** What is held for a channel: its own entry, or that of a channel with the same kind of address. */
function held(person: ScenarioPerson, channel: Channel): "confirmed" | "unconfirmed" | "corporate" | null {
  const own = person.reach?.[channel];
  if (own !== undefined) return own;
  const kind = channelLaw[channel].address;
  const other = Object.entries(person.reach ?? {}).find(
    ([one]) => channelLaw[one as Channel].address === kind,
  );
  return other?.[1] ?? null;
}

function addressOf(person: ScenarioPerson, dated: readonly Dated[], channel: Channel): AddressFact | null {
  const how = held(person, channel);
  if (how === null) return null;
  const event = last(
    dated.filter((one) => one.event.confirmed === channel || one.event.bounced === channel),
    "confirmed",
    "bounced",
  )?.event;
  return {
    verified: how !== "unconfirmed" || event?.confirmed === channel,
    bounced: event?.bounced === channel,
    ...(how === "corporate" ? { subscriber: "corporate" as const } : {}),
  };
}

function softOptInOf(dated: readonly Dated[]): SoftOptInFact | null {
  const taken = last(dated, "detailsTaken");
  return taken?.event.detailsTaken === undefined
    ? null
    : { ...taken.event.detailsTaken, collectedAt: taken.at };
}

function callOverrideOf(dated: readonly Dated[]): CallOverride | null {
  const told = dated.find(({ event }) => event.callsWelcome === true);
  const taken = dated.findLast(({ event }) => event.callsWelcome === false);
  return told === undefined ? null : { toldAt: told.at, withdrawnAt: taken?.at ?? null };
}

function representativeOf(dated: readonly Dated[]): Representative | null {
  const named = last(dated, "representative")?.event.representative;
  if (named === undefined) return null;
  const { lastDay, ...rest } = named;
  return { ...rest, revoked: false, lastDay: lastDay ?? null };
}

function settledPoints(document: PolicyDocument, at: number): readonly SettledPoint[] {
  return settledOn(document, londonDate(at) ?? "").flatMap(({ point, approvalId }) => {
    const known = debatedPoints.find((one) => one === point);
    return known === undefined ? [] : [{ point: known, approvalId }];
  });
}

function dayOf(dated: Dated | null): string | null {
  return dated === null ? null : londonDate(dated.at);
}

/** Everything the gate must know about one person for one message at an instant (epoch ms). */
export function factsOf(
  document: PolicyDocument,
  person: ScenarioPerson,
  events: readonly ScenarioEvent[],
  message: Pick<ScenarioMessage, "purpose" | "channel">,
  at: number,
): GateFacts {
  const dated = datedUntil([...(person.events ?? []), ...events], at);
  const nowhere = byAddressKind<null>({
    email: null,
    phone: null,
    home: null,
    account: null,
    socialNetwork: null,
  });
  const member = memberOf(person, dated, at);
  const consents = consentFacts(document, dated);
  const tpsScreenedOn = dayOf(last(dated, "tpsClear"));
  const base = factsFor(
    document,
    { member, addresses: nowhere, consents, tpsScreenedOn },
    message.purpose,
    message.channel,
    at,
  );
  return {
    ...base,
    organisation: { ...base.organisation, key: document.organisation.key },
    address: addressOf(person, dated, message.channel),
    suppressions: suppressions(dated, "address"),
    softOptIn: softOptInOf(dated),
    callOverride: callOverrideOf(dated),
    mpsScreenedOn: dayOf(last(dated, "mpsClear")),
    objectionOutcomes: objectionOutcomes(dated),
    quietDates: document.quietDates ?? [],
    representative: representativeOf(dated),
    settings: settledPoints(document, at),
  };
}
