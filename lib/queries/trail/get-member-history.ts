import { database } from "@/lib/db/client";
import { consentStanding, type ConsentStanding } from "@/lib/policy/consent-standing";
import { factsFor, standardRequest, type MemberFacts } from "@/lib/policy/contact-permission";
import { decide } from "@/lib/policy/gate/decide";
import type { Purpose } from "@/lib/policy/document";
import type { GateDecision } from "@/lib/policy/gate/types";
import type { Channel, LawfulBasis, MemberState } from "@/lib/policy/vocabulary";
import { loadMemberFacts } from "@/lib/queries/member/load-member-facts";
import { authorise, type Viewer } from "@/lib/queries/staff/viewer";
import { exactWords, type Shown } from "./exact-words";
import type { Subject } from "./find-subject";
import { listTrail, type TrailPage } from "./list-trail";
import type { TrailEntry } from "./trail-entry";
import type { TrailPlace } from "./trail-filter";

const shownReadings = 10;

/** Where a person stands on one purpose and channel now, and what the gate says about writing to them. */
export type Standing = {
  readonly purposeKey: string;
  /** Null for a purpose that sends nothing: it is asked once for all. */
  readonly channel: Channel | null;
  readonly lawfulBasis: LawfulBasis;
  readonly standing: ConsentStanding;
  /** Null for a purpose that sends nothing. */
  readonly gate: GateDecision | null;
};

export type MemberHistory = {
  readonly state: MemberState;
  readonly joinedAt: Date | null;
  readonly leftAt: Date | null;
  readonly inForce: readonly Standing[];
  /** What happened; readings of the trail stand apart. */
  readonly entries: readonly (TrailEntry & Shown)[];
  /** The latest readings of this person's trail. */
  readonly readings: readonly TrailEntry[];
  readonly older: TrailPage["older"];
  readonly newer: TrailPage["newer"];
};

function sendingStandings(
  viewer: Viewer,
  facts: MemberFacts,
  purpose: Purpose,
  at: number,
): readonly Standing[] {
  const scope = purpose.messageKind === "directMarketing" ? "thisChannel" : "thisOrEveryChannel";
  return purpose.channels.flatMap((channel): Standing[] => {
    const request = standardRequest(purpose, channel);
    if (request === null) return [];
    const gateFacts = factsFor(viewer.panel.document, facts, purpose.key, channel, at);
    return [
      {
        purposeKey: purpose.key,
        channel,
        lawfulBasis: purpose.lawfulBasis,
        standing: consentStanding(facts.consents, purpose.key, channel, at, scope),
        gate: decide(request, gateFacts, at),
      },
    ];
  });
}

/** A purpose that sends nothing is shown when it was decided about; its decisions name no channel. */
function silentStandings(facts: MemberFacts, purpose: Purpose, at: number): readonly Standing[] {
  const { key: purposeKey, lawfulBasis } = purpose;
  const standing = consentStanding(facts.consents, purposeKey, "email", at, "thisOrEveryChannel");
  if (lawfulBasis !== "consent" && standing.state === "none") return [];
  return [{ purposeKey, channel: null, lawfulBasis, standing, gate: null }];
}

function standings(viewer: Viewer, facts: MemberFacts, at: number): readonly Standing[] {
  return viewer.panel.document.purposes.flatMap((purpose) =>
    purpose.messageKind === null
      ? silentStandings(facts, purpose, at)
      : sendingStandings(viewer, facts, purpose, at),
  );
}

/** Everything the trail holds about one member, newest first, and what is in force at `at`. */
export async function getMemberHistory(
  viewer: Viewer,
  subject: Subject,
  place: TrailPlace,
  at: Date,
): Promise<MemberHistory> {
  authorise(viewer, "consentHistory.read");
  const { organisationId } = viewer.panel;
  const { subjectRef } = subject;
  const [page, readings, facts, member] = await Promise.all([
    listTrail(viewer, { subjectRef, withoutReadings: true }, place),
    listTrail(viewer, { subjectRef, eventType: "ledger.read" }, {}, shownReadings),
    loadMemberFacts(organisationId, [subject.memberId]),
    database().member.findUniqueOrThrow({
      where: { organisationId_id: { organisationId, id: subject.memberId } },
      select: { state: true, joinedAt: true, leftAt: true },
    }),
  ]);
  const memberFacts = facts.get(subject.memberId);
  const shown = await exactWords(organisationId, page.entries);
  return {
    ...member,
    inForce: memberFacts === undefined ? [] : standings(viewer, memberFacts, at.getTime()),
    entries: page.entries.map((entry, index) => ({
      ...entry,
      words: shown[index]?.words ?? null,
      notice: shown[index]?.notice ?? null,
    })),
    readings: readings.entries,
    older: page.older,
    newer: page.newer,
  };
}
