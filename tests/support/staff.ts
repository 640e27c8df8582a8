import type { Viewer } from "@/lib/queries/staff/viewer";
import { engagementOf, viewOf } from "./activity";
import { makeMembers, makePanel, presetDocument, type TestMember, type TestPanel } from "./panel";
import { withClient } from "./resident";

export type StaffDesk = {
  readonly panel: TestPanel;
  /** The engagement officer, looking at the panel. */
  readonly viewer: Viewer;
  readonly members: readonly TestMember[];
};

/** A panel of its own with an engagement officer and members who said yes to research by e-mail, and to being noted. */
export async function openDesk(
  emails: readonly string[] = [],
  preset = "customer-voices",
  purposes: readonly string[] = ["research", "support"],
): Promise<StaffDesk> {
  return withClient(async (client) => {
    const panel = await makePanel(client, presetDocument(preset));
    const members = await makeMembers(client, panel, { emails, purposes });
    return { panel, viewer: { actor: engagementOf(panel), panel: await viewOf(panel) }, members };
  });
}
