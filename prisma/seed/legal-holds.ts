import { londonDate, now } from "@/lib/clock";
import { database } from "@/lib/db/client";
import { addPeriod } from "@/lib/policy/civil";
import type { StaffRole } from "@/lib/policy/vocabulary";
import { listPanels, type PanelView } from "@/lib/queries/panel/get-panel";
import type { StaffActor } from "@/lib/queries/staff/viewer";
import type { Result } from "@/lib/result";
import { placeHold } from "@/lib/usecases/legal-hold/place-hold";
import { proposeRelease } from "@/lib/usecases/legal-hold/propose-release";
import { releaseHold } from "@/lib/usecases/legal-hold/release-hold";
import { runUseCase } from "@/lib/usecases/run";

function done<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`The demo's legal holds were refused: ${result.error.code}`);
  return result.value;
}

async function staffOf({ organisationId, id: panelId }: PanelView, role: StaffRole): Promise<StaffActor> {
  const where = { organisationId, panelId, role, revokedAt: null };
  const { staffId } = await database().roleGrant.findFirstOrThrow({ where, orderBy: { id: "asc" } });
  return { kind: "staff", organisationId, staffId, grants: [{ panelId, role }] };
}

async function holdOn(panel: PanelView): Promise<void> {
  const { organisationId, id: panelId } = panel;
  const [dpo, admin] = await Promise.all([staffOf(panel, "dpo"), staffOf(panel, "admin")]);
  const [first, second] = await database().member.findMany({
    where: { organisationId, panelId, state: "left" },
    orderBy: { reference: "asc" },
    take: 2,
  });
  if (first === undefined || second === undefined) return;
  const reviewOn = addPeriod(londonDate(now()), "P3M") ?? "";
  const looked = { panel, ownerId: dpo.staffId, reviewOn };
  const place = async (memberId: string, ground: "legalClaim" | "openComplaint", reason: string) =>
    done(await runUseCase(placeHold, dpo, { ...looked, memberId, ground, reason }));
  await place(
    first.id,
    "legalClaim",
    "Claim 2041 about repairs: the invitations and answers show what was said to us, and when",
  );
  const { id: holdId } = await place(
    second.id,
    "openComplaint",
    "Ombudsman case 7719: they asked for the record of how this person was invited",
  );
  const seen = { panel, holdId };
  const reason = "The ombudsman has closed case 7719 and asks for nothing more";
  done(await runUseCase(proposeRelease, dpo, { ...seen, seen: 0, reason }));
  done(await runUseCase(releaseHold, admin, { ...seen, seen: 1 }));
}

/** One legal hold that stands and one that two people released, on each panel, as the product itself makes them. */
export async function placeHolds(): Promise<void> {
  for (const panel of await listPanels()) await holdOn(panel);
}
