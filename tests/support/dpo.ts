import { newId } from "@/lib/id";
import type { Actor } from "@/lib/policy/permission";
import type { StaffRole } from "@/lib/policy/vocabulary";
import type { Residents } from "./resident";

/** Someone who works for the panel, in one role. */
export function staffAs(
  { panel }: Pick<Residents, "panel">,
  role: StaffRole,
): Extract<Actor, { kind: "staff" }> {
  const { organisationId, id: panelId } = panel;
  return { kind: "staff", organisationId, staffId: newId(), grants: [{ panelId, role }] };
}
