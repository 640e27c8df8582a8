import { database } from "@/lib/db/client";
import { consentStanding, type ConsentStanding } from "@/lib/policy/consent-standing";
import { factsFor, standardRequest, type MemberFacts } from "@/lib/policy/contact-permission";
import { decide } from "@/lib/policy/gate/decide";
import type { GateDecision } from "@/lib/policy/gate/types";
import type { Channel, LawfulBasis, MemberState } from "@/lib/policy/vocabulary";
import { loadMemberFacts } from "@/lib/queries/member/load-member-facts";
import { authorise, type Viewer } from "@/lib/queries/staff/viewer";
import { exactWords, type Shown } from "./exact-words";
import type { Subject } from "./find-subject";
import { listTrail, type TrailPage } from "./list-trail";
import type { TrailEntry } from "./trail-entry";
import type { TrailPlace } from "./trail-filter";

/** Where a person stands on one purpose and channel now, and what the gate says about writing to them. */
export type Standing = {
  readonly purposeKey: string;
  readonly channel: Channel;
  readonly lawfulBasis: LawfulBasis;
  readonly standing: ConsentStanding;
  readonly gate: GateDecision;
};

export type MemberHistory = {
  readonly state: MemberState;
  readonly joinedAt: Date | null;
  readonly leftAt: Date | null;
  readonly inForce: readonly Standing[];
  readonly entries: readonly (TrailEntry & Shown)[];
  readonly older: TrailPage["older"];
  readonly newer: TrailPage["newer"];
};

function standings(viewer: Viewer, facts: MemberFacts, at: number): readonly Standing[] {
  const { document } = viewer.panel;
  return document.purposes.flatMap((purpose) =>
    purpose.channels.flatMap((channel): Standing[] => {
      const request = standardRequest(purpose, channel);
      if (request === null) return [];
      const scope = purpose.messageKind === "directMarketing" ? "thisChannel" : "thisOrEveryChannel";
      return [
        {
          purposeKey: purpose.key,
          channel,
          lawfulBasis: purpose.lawfulBasis,
          standing: consentStanding(facts.consents, purpose.key, channel, at, scope),
          gate: decide(request, factsFor(document, facts, purpose.key, channel), at),
        },
      ];
    }),
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
  const [page, facts, member] = await Promise.all([
    listTrail(viewer, { subjectRef: subject.subjectRef }, place),
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
    older: page.older,
    newer: page.newer,
  };
}
