import { database } from "@/lib/db/client";
import type { LineMarker, MemberMarker } from "@/lib/policy/marker";
import { authorise, type Viewer } from "@/lib/queries/staff/viewer";

/** Since when something is known, and where it is found. */
export type KnownSince = { readonly at: Date; readonly evidence: string };

export type KnownLine = {
  readonly id: string;
  /** As typed. */
  readonly value: string;
  readonly marker: LineMarker;
  readonly known: KnownSince | null;
};

/** What is noted about a member and their addresses beside what they chose. */
export type Known = {
  readonly marks: Readonly<Record<MemberMarker, KnownSince | null>>;
  /** Each number with whether calls are welcome, each e-mail address with whether it is a company's. */
  readonly lines: readonly KnownLine[];
};

function since(at: Date | null, evidence: string | null): KnownSince | null {
  return at === null || evidence === null ? null : { at, evidence };
}

const pointFields = {
  ...{ id: true, kind: true, value: true },
  ...{ callsWelcomeAt: true, callsUnwelcomeAt: true, callsWelcomeEvidence: true },
  ...{ corporateAt: true, corporateEvidence: true },
} as const;

/** Everything of this about one member of the viewer's panel. @throws Error when there is no such member. */
export async function getKnown(viewer: Viewer, memberId: string): Promise<Known> {
  authorise(viewer, "member.view");
  const { organisationId, id: panelId } = viewer.panel;
  const member = await database().member.findFirstOrThrow({
    where: { organisationId, panelId, id: memberId },
    select: {
      ...{ deceasedAt: true, deceasedEvidence: true, doNotVisitAt: true, doNotVisitEvidence: true },
      contactPoints: { where: { removedAt: null }, select: pointFields, orderBy: { createdAt: "asc" } },
    },
  });
  const lines = member.contactPoints.map(({ id, kind, value, ...point }): KnownLine => {
    if (kind === "email") {
      return { id, value, marker: "corporate", known: since(point.corporateAt, point.corporateEvidence) };
    }
    const welcome = point.callsUnwelcomeAt === null ? point.callsWelcomeAt : null;
    return { id, value, marker: "callsWelcome", known: since(welcome, point.callsWelcomeEvidence) };
  });
  return {
    marks: {
      deceased: since(member.deceasedAt, member.deceasedEvidence),
      doNotVisit: since(member.doNotVisitAt, member.doNotVisitEvidence),
    },
    lines,
  };
}
