import { hashAddress } from "@/lib/auth/secrets";
import { londonDate } from "@/lib/clock";
import { byAddressKind } from "@/lib/policy/channel-law";
import type { MemberFacts } from "@/lib/policy/contact-permission";
import type { PolicyDocument } from "@/lib/policy/document";
import type { ConsentFact } from "@/lib/policy/gate/types";
import type { MemberState } from "@/lib/policy/vocabulary";
import { applyingMoment } from "./applications";
import { firstDecisions, laterDecisions, takingBackYeses } from "./decisions";
import { objectionDecidedAt, putObjectionOutcome } from "./objections";
import { makePerson, type Person } from "./people";
import type { Random } from "./random";
import { putDecision, putSuppression } from "./records";
import { day, happen, put, type Acting, type Town } from "./town";

/** A member as the simulation knows them: enough to ask the gate at any moment of the past. */
export type SimulatedMember = {
  readonly id: string;
  readonly subjectRef: string;
  readonly contactPointId: string;
  readonly area: string | null;
  readonly joinedAt: number;
  readonly leftAt: number | null;
  readonly state: MemberState;
  readonly restrictedAt: number | null;
  readonly pausedUntil: string | null;
  readonly hasPhone: boolean;
  readonly consents: readonly ConsentFact[];
  readonly approaches: number[];
  /** How readily they answer, 0 to 1. */
  readonly keenness: number;
};

/** What may differ from chance: the demo resident of a panel, and two people of one household. */
export type Given = {
  readonly demo?: { readonly givenName: string; readonly familyName: string; readonly email: string };
  readonly sharedEmail?: string;
};

/** What the gate would have been told about the member at a moment of the past. */
export function factsAt(member: SimulatedMember, at: number): MemberFacts {
  const gone = member.leftAt !== null && member.leftAt <= at;
  const known = { verified: true, bounced: false, suppressions: [] };
  return {
    member: {
      state: gone ? member.state : member.state === "applicant" ? "applicant" : "member",
      restricted: member.restrictedAt !== null && member.restrictedAt <= at,
      pausedUntil: member.pausedUntil,
      joinedAt: member.joinedAt,
      noticeShown: true,
      approaches: member.approaches,
    },
    addresses: byAddressKind({
      email: known,
      phone: member.hasPhone ? known : null,
      home: known,
      account: known,
      socialNetwork: null,
    }),
    consents: member.consents,
    tpsScreenedOn: null,
  };
}

type Fate = {
  state: MemberState;
  leftAt: number | null;
  restrictedAt: number | null;
  pausedUntil: string | null;
};

function fateOf(town: Town, random: Random, joinedAt: number, applicants: boolean): Fate {
  const since = (): number => joinedAt + Math.floor(random.next() * (town.now - joinedAt));
  const plain: Fate = { state: "member", leftAt: null, restrictedAt: null, pausedUntil: null };
  const kind = random.weighted([
    ["plain", 86],
    ["left", 6],
    ["ended", applicants ? 4 : 1],
    ["restricted", 1],
    ["paused", 3],
    ["applicant", applicants ? 9 : 0],
  ] as const);
  if (kind === "left" || kind === "ended") return { ...plain, state: kind, leftAt: since() };
  if (kind === "restricted") return { ...plain, restrictedAt: since() };
  if (kind === "applicant") return { ...plain, state: "applicant" };
  if (kind === "paused") {
    return { ...plain, pausedUntil: londonDate(new Date(town.now + random.between(3, 80) * day)) };
  }
  return plain;
}

function putContactPoints(town: Town, random: Random, memberId: string, person: Person, at: number): string {
  const emailId = random.id(at);
  const point = { memberId, bouncedAt: null, removedAt: null, createdAt: at };
  const email = { ...point, id: emailId, kind: "email", value: person.email, normalised: person.email };
  put(town, "contact_point", { ...email, addressHash: hashAddress(person.email), verifiedAt: at });
  if (person.phone !== null) {
    const phone = {
      ...point,
      id: random.id(at),
      kind: "phone",
      value: person.phone,
      normalised: person.phone,
    };
    put(town, "contact_point", { ...phone, addressHash: hashAddress(person.phone), verifiedAt: at });
  }
  return emailId;
}

function putNoticeShown(
  town: Town,
  random: Random,
  who: { id: string; subjectRef: string },
  at: number,
): string {
  const id = random.id(at);
  const shown = {
    privacyNoticeId: town.privacyNoticeId,
    language: "en",
    format: "standard",
    place: "joinForm",
  };
  put(town, "notice_shown", { id, memberId: who.id, ...shown, shownAt: at, recordedAt: at });
  const by: Acting = { actorKind: "member", actorRef: who.subjectRef };
  happen(town, at, by, {
    eventType: "notice.shown",
    subjectRef: who.subjectRef,
    data: { noticeShownId: id, ...shown },
  });
  return id;
}

function happenFate(town: Town, subjectRef: string, fate: Fate): void {
  const by: Acting = { actorKind: "member", actorRef: subjectRef };
  if (fate.state === "left" && fate.leftAt !== null) {
    happen(town, fate.leftAt, by, { eventType: "member.left", subjectRef, data: { method: "web" } });
  }
  if (fate.pausedUntil !== null) {
    happen(town, town.now - 2 * day, by, {
      eventType: "member.paused",
      subjectRef,
      data: { until: fate.pausedUntil, method: "web" },
    });
  }
  if (fate.restrictedAt !== null) {
    const office: Acting = { actorKind: "system", actorRef: "rightsRequest" };
    happen(town, fate.restrictedAt, office, {
      eventType: "member.restricted",
      subjectRef,
      data: { method: "phone", ground: "accuracyContested" },
    });
  }
}

function joiningDay(town: Town, random: Random): number {
  // Most people join during recruitment drives; the rest trickle in.
  const span = town.now - town.begins;
  const drive = random.pick([0.02, 0.2, 0.45, 0.7, 0.88]);
  const share = random.chance(0.65) ? drive + random.next() * 0.06 : random.next() * 0.97;
  return town.begins + Math.floor(share * span);
}

function personOf(random: Random, document: PolicyDocument, serial: number, given: Given): Person {
  const drawn = makePerson(random, document, serial);
  if (given.sharedEmail !== undefined) return { ...drawn, email: given.sharedEmail };
  if (given.demo === undefined) return drawn;
  return {
    ...drawn,
    ...given.demo,
    sortName: `${given.demo.familyName} ${given.demo.givenName}`.toLowerCase(),
    area: document.areas[0] ?? null,
    tenure: document.tenures[0] ?? null,
    phone: "+447700900123",
  };
}

type Who = { readonly id: string; readonly subjectRef: string };
type Reached = Who & { readonly contactPointId: string };

function putMember(
  town: Town,
  who: Who,
  person: Person,
  reference: string,
  joinedAt: number,
  fate: Fate,
  decidedAt: number | null,
): void {
  const { email: _email, phone: _phone, ...personal } = person;
  put(town, "member", {
    ...who,
    panelId: town.panelId,
    reference,
    ...personal,
    state: fate.state,
    language: "en",
    joinedAt: fate.state === "applicant" ? null : joinedAt,
    leftAt: fate.state === "left" ? fate.leftAt : null,
    endedAt: fate.state === "ended" ? fate.leftAt : null,
    restrictedAt: fate.restrictedAt,
    restrictionGround: fate.restrictedAt === null ? null : "accuracy_contested",
    restrictionEvidence: fate.restrictedAt === null ? null : "A call, noted in the case",
    pausedUntil: fate.pausedUntil,
    objectionDecidedAt: decidedAt,
    tenancyEndsOn: null,
    createdAt: joinedAt,
  });
  const by: Acting = { actorKind: "member", actorRef: who.subjectRef };
  const { policyVersionId, privacyNoticeId } = town;
  happen(town, joinedAt, by, {
    eventType: "member.joined",
    subjectRef: who.subjectRef,
    data: {
      ...{ policyVersionId, privacyNoticeId, method: "web" },
      ...(fate.state === "applicant" ? { state: "applicant" } : {}),
    },
  });
}

function putDecisions(
  town: Town,
  random: Random,
  document: PolicyDocument,
  who: Reached,
  email: string,
  consents: readonly ConsentFact[],
  joinedAt: number,
): void {
  const noticeShownId = putNoticeShown(town, random, who, joinedAt - 240_000);
  for (const fact of consents) {
    const purpose = document.purposes.find(({ key }) => key === fact.purposeKey);
    if (purpose === undefined) continue;
    const recordId = putDecision(town, random, who, noticeShownId, purpose, fact);
    putObjectionOutcome(town, random, who, purpose, fact);
    if (fact.method === "link") putSuppression(town, random, who.subjectRef, email, fact, recordId);
  }
}

/** The demo resident stays, agrees to all and answers last; everyone else does as chance will have it. */
const stays: Fate = { state: "member", leftAt: null, restrictedAt: null, pausedUntil: null };

/** Makes one member with everything they decided, and adds it all to the town. */
export function simulateMember(
  town: Town,
  random: Random,
  document: PolicyDocument,
  serial: number,
  reference: string,
  given: Given,
): SimulatedMember {
  const person = personOf(random, document, serial, given);
  const isDemo = given.demo !== undefined;
  const drawnDay = isDemo ? town.now - 240 * day : joiningDay(town, random);
  const applies = document.panel.joining === "round";
  const fate = isDemo ? stays : fateOf(town, random, drawnDay, applies);
  const waits = fate.state === "applicant";
  const joinedAt = (waits ? applyingMoment(town, random, document) : null) ?? drawnDay;
  const who = { id: random.id(joinedAt), subjectRef: random.id(joinedAt) };
  const later = isDemo ? [] : laterDecisions(random, document, joinedAt, fate.leftAt ?? town.now);
  const first = firstDecisions(random, document, joinedAt, isDemo);
  const consents = [...first, ...takingBackYeses(first, later)];
  const decidedAt = objectionDecidedAt(town, document.purposes, consents);
  putMember(town, who, person, reference, joinedAt, fate, decidedAt);
  const contactPointId = putContactPoints(town, random, who.id, person, joinedAt);
  putDecisions(town, random, document, { ...who, contactPointId }, person.email, consents, joinedAt);
  happenFate(town, who.subjectRef, fate);
  return {
    ...who,
    contactPointId,
    area: person.area,
    joinedAt,
    ...fate,
    hasPhone: person.phone !== null,
    consents,
    approaches: [],
    keenness: isDemo ? 1 : random.next(),
  };
}
