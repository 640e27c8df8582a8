import { now } from "@/lib/clock";
import { database } from "@/lib/db/client";
import type { MessageTemplate } from "@/lib/messaging/template";
import { isRestricted, type RestrictionGround } from "@/lib/policy/restriction";
import { authorise, type Viewer } from "@/lib/queries/staff/viewer";
import { toldBy, type Told } from "./told";

/** Why and since when a member's details are put aside, and that it ends, once that was decided. */
export type Restriction = {
  readonly since: Date;
  /** Null for who was restricted before grounds were kept. */
  readonly ground: RestrictionGround | null;
  readonly evidence: string | null;
  /** From when: null while they were not told. */
  readonly lifting: { readonly at: Date | null; readonly reason: string; readonly told: Told } | null;
};

/** What became of the newest mail that tells a member of the end. */
async function toldOf(organisationId: string, memberId: string, liftsAt: Date | null): Promise<Told> {
  const mail = await database().delivery.findFirst({
    where: { organisationId, memberId, template: "restriction-lifting" satisfies MessageTemplate },
    orderBy: { queuedAt: "desc" },
    select: { state: true },
  });
  return toldBy(liftsAt, mail?.state);
}

/** The restriction of a member of the viewer's panel; null when nothing restricts now. */
export async function getRestriction(viewer: Viewer, memberId: string): Promise<Restriction | null> {
  authorise(viewer, "consentHistory.read");
  const { organisationId, id: panelId } = viewer.panel;
  const row = await database().member.findFirstOrThrow({
    where: { organisationId, panelId, id: memberId },
    select: {
      ...{ restrictedAt: true, restrictionGround: true, restrictionEvidence: true },
      ...{ restrictionLiftsAt: true, restrictionLiftReason: true },
    },
  });
  const { restrictedAt: since, restrictionLiftsAt: at, restrictionLiftReason: reason } = row;
  if (since === null || !isRestricted(row, now())) return null;
  return {
    ...{ since, ground: row.restrictionGround, evidence: row.restrictionEvidence },
    lifting: reason === null ? null : { at, reason, told: await toldOf(organisationId, memberId, at) },
  };
}
