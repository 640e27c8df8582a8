import type { PanelView } from "@/lib/queries/panel/get-panel";
import type { Ctx } from "../context";
import type { Published } from "./publish-version";

/**
 * Points the panel to the version and notice now in force, and repeats in its row and the organisation's what the document
 * says of them. Workers see the new version and decide everyone's contact permission again (usecases/permission).
 */
export async function followDocument(
  ctx: Ctx,
  { organisationId, id: panelId }: PanelView,
  { id: policyVersionId, document: { panel, organisation } }: Published,
  privacyNoticeId: string,
): Promise<void> {
  const { name, summary, joining, accent } = panel;
  await ctx.tx.panel.update({
    where: { organisationId_id: { organisationId, id: panelId } },
    data: { name, summary, joining, accent, policyVersionId, privacyNoticeId },
  });
  const { legalName, nation, publicAuthority, charity } = organisation;
  const { contactEmail, contactPhone, postalAddress, dpoEmail, icoRegistration = null } = organisation;
  await ctx.tx.organisation.update({
    where: { id: organisationId },
    data: {
      ...{ legalName, nation, publicAuthority, charity, icoRegistration },
      ...{ contactEmail, contactPhone, postalAddress, dpoEmail },
    },
  });
}
