import type { PoolClient } from "pg";
import { pool } from "@/lib/db/client";
import type { Viewer } from "@/lib/queries/staff/viewer";
import { engagementOf, viewOf } from "./activity";
import { makeMembers, makePanel, presetDocument, type TestMember, type TestPanel } from "./panel";

/** A connection as the application's role, given back when `work` ends. */
export async function withClient<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool().connect();
  try {
    return await work(client);
  } finally {
    client.release();
  }
}

export type StaffDesk = {
  readonly panel: TestPanel;
  /** The engagement officer, looking at the panel. */
  readonly viewer: Viewer;
  readonly members: readonly TestMember[];
};

/** A panel of its own with an engagement officer and members who said yes to research by e-mail. */
export async function openDesk(
  emails: readonly string[] = [],
  preset = "customer-voices",
): Promise<StaffDesk> {
  return withClient(async (client) => {
    const panel = await makePanel(client, presetDocument(preset));
    const members = await makeMembers(client, panel, { emails, purposes: ["research"] });
    return { panel, viewer: { actor: engagementOf(panel), panel: await viewOf(panel) }, members };
  });
}
