import { readFileSync } from "node:fs";
import pg from "pg";
import { disconnect, pool } from "@/lib/db/client";
import { listPanels, type PanelView } from "@/lib/queries/panel/get-panel";
import { policyDocumentSchema } from "@/lib/schemas/policy-document";
import { makePanel } from "@/prisma/seed/panel";
import { projectAll } from "@/prisma/seed/project-all";
import { writePanel } from "@/prisma/seed/write";
import { startCluster, TEMPLATE } from "../support/cluster";
import "../support/environment";

/** A PostgreSQL of our own that keeps its promises (fsync on), with one panel and its members in it. */
export type SmallTown = {
  readonly panel: PanelView;
  readonly members: readonly { readonly id: string; readonly subjectRef: string }[];
  readonly appUrl: string;
  readonly ownerUrl: string;
  readonly stop: () => Promise<void>;
};

/** What autovacuum does within a minute of a bulk load: plans rest on these figures, and a bench does not wait. */
async function analyse(ownerUrl: string): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  await owner.query(
    "analyze member, contact_permission, contact_point, notice_shown, consent_record, delivery, mailing, ledger_entry, suppression",
  );
  await owner.end();
}

/** Starts a cluster and fills it with one demo panel of this many members. Call `stop` when done. */
export async function smallTown(preset: string, members: number, connections: number): Promise<SmallTown> {
  const { address, stop } = await startCluster({ durable: true });
  const inTemplate = (url: string): string => Object.assign(new URL(url), { pathname: `/${TEMPLATE}` }).href;
  const appUrl = inTemplate(address.appUrl);
  process.env["DATABASE_URL"] = appUrl;
  process.env["DATABASE_POOL"] = String(connections);
  const document = policyDocumentSchema.parse(
    JSON.parse(readFileSync(`prisma/presets/${preset}.json`, "utf8")),
  );
  const client = await pool().connect();
  await writePanel(client, makePanel(document, members, 1, Date.now()), () => undefined);
  client.release();
  await projectAll(() => undefined);
  await analyse(inTemplate(address.ownerUrl));
  const [panel] = await listPanels();
  if (panel === undefined) throw new Error("The town has no panel.");
  const rows = await pool().query<{ id: string; subjectRef: string }>(
    `select id, subject_ref as "subjectRef" from member where state = 'member' order by id`,
  );
  return {
    panel,
    members: rows.rows,
    appUrl,
    ownerUrl: inTemplate(address.ownerUrl),
    stop: async () => {
      await disconnect();
      await stop();
    },
  };
}
