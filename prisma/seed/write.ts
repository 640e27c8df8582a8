import type pg from "pg";
import { chainOf } from "./chain";
import { insertRows, type Row } from "./insert-rows";
import type { MadePanel } from "./panel";

// Parents before children, so that every foreign key finds its row.
const order = [
  "organisation",
  "panel",
  "policy_version",
  "privacy_notice",
  "staff",
  "role_grant",
  "wording",
  "member",
  "application_round",
  "application",
  "contact_point",
  "notice_shown",
  "consent_record",
  "objection_outcome",
  "suppression",
  "activity",
  "activity_session",
  "mailing",
  "gate_decision",
  "delivery",
  "invitation",
  "rsvp",
  "attendance",
  "survey_response",
  "retention_item",
] as const;

/** When each member was last asked, from the deliveries that were sent. */
const lastAsked = `
  update contact_permission p set last_asked_at = d.at
  from (select member_id, max(settled_at) as at from delivery
    where organisation_id = $1 and state = 'sent' and mailing_id is not null group by member_id) d
  where p.organisation_id = $1 and p.member_id = d.member_id`;

/** Writes a panel in one transaction: all of it or nothing. Says how far it is by rows written. */
export async function writePanel(
  client: pg.ClientBase,
  made: MadePanel,
  progress: (written: number, total: number) => void,
): Promise<void> {
  const { organisationId, happenings, rows } = made.town;
  const { entries, head } = chainOf(organisationId, happenings, made.random);
  const tables: readonly (readonly [string, readonly Row[]])[] = [
    ...order.map((table) => [table, rows.get(table) ?? []] as const),
    ["ledger_entry", entries],
    ["ledger_head", [head]],
  ];
  const total = tables.reduce((sum, [, tableRows]) => sum + tableRows.length, 0);
  let written = 0;
  await client.query("begin");
  for (const [table, tableRows] of tables) {
    await insertRows(client, table, tableRows);
    written += tableRows.length;
    progress(written, total);
  }
  await client.query(lastAsked, [organisationId]);
  await client.query("commit");
}
