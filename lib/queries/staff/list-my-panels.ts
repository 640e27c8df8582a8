import { database } from "@/lib/db/client";
import type { StaffRole } from "@/lib/policy/vocabulary";
import type { StaffActor } from "./viewer";

export type MyPanel = {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly organisation: string;
  readonly roles: readonly StaffRole[];
};

/** The panels this person has a role on, by name. */
export async function listMyPanels(actor: StaffActor): Promise<readonly MyPanel[]> {
  const ids = [...new Set(actor.grants.map((grant) => grant.panelId))];
  const panels = await database().panel.findMany({
    where: { organisationId: actor.organisationId, id: { in: ids } },
    select: { id: true, slug: true, name: true, organisation: { select: { legalName: true } } },
    orderBy: { name: "asc" },
  });
  return panels.map(({ organisation, ...panel }) => ({
    ...panel,
    organisation: organisation.legalName,
    roles: actor.grants.filter((grant) => grant.panelId === panel.id).map((grant) => grant.role),
  }));
}
