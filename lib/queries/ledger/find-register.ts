import { database } from "@/lib/db/client";
import type { PolicyInForce } from "@/lib/policy/notice-cover";
import { getPanelById } from "../panel/get-panel";

/** Whose register a receipt is from, as its words name it. */
export type Register = {
  readonly organisation: string;
  /** The panel's name; the organisation's where an entry belongs to no panel. */
  readonly panel: string;
  /** The data protection officer's address; empty where no panel says one. */
  readonly contact: string;
  readonly document: PolicyInForce | null;
};

/** The organisation and panel that a receipt names, or null when there is no such organisation here. */
export async function findRegister(
  organisationId: string | null,
  panelId: string | null,
): Promise<Register | null> {
  if (organisationId === null) return null;
  const held = await database().organisation.findUnique({
    where: { id: organisationId },
    select: { legalName: true },
  });
  if (held === null) return null;
  const panel = panelId === null ? null : await getPanelById(organisationId, panelId);
  return {
    organisation: held.legalName,
    panel: panel?.name ?? held.legalName,
    contact: panel?.document.organisation.dpoEmail ?? "",
    document: panel?.document ?? null,
  };
}
