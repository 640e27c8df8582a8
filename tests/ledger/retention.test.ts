import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import { countRetentionDue } from "@/lib/queries/retention/count-retention-due";
import { listRetentionDue, type RetentionPlace } from "@/lib/queries/retention/list-retention-due";
import type { Viewer } from "@/lib/queries/staff/viewer";
import { sql, useDatabase } from "../support/database";

const held = useDatabase();
const [organisationId, panelId] = [randomUUID(), randomUUID()];
const viewer: Viewer = {
  actor: { kind: "staff", organisationId, staffId: randomUUID(), grants: [{ panelId, role: "auditor" }] },
  panel: { organisationId, id: panelId } as PanelView,
};
// Half past midnight on 1 June in London is still 31 May in UTC.
const at = new Date("2029-05-31T23:30:00Z");

beforeAll(async () => {
  await sql(
    held.appUrl,
    `INSERT INTO retention_item (organisation_id, id, panel_id, member_id, rule_key, triggered_on, due_on, action, settled_at)
     SELECT $1, gen_random_uuid(), $2, gen_random_uuid(), rule, '2029-01-01', due::date, 'delete', settled
     FROM (VALUES ('late', '2029-05-31', NULL), ('record', '2029-06-01', NULL), ('record', '2029-08-30', NULL),
       ('record', '2029-08-31', NULL), ('record', '2029-06-02', now())) AS made(rule, due, settled)`,
    [organisationId, panelId],
  );
});

describe("retention due", () => {
  it("counts 90 London days from today, the day itself included; what is late counts too, what is settled does not", async () => {
    expect(await countRetentionDue(viewer, at)).toEqual([
      { ruleKey: "record", action: "delete", due: 2, today: 1, overdue: 0 },
      { ruleKey: "late", action: "delete", due: 1, today: 0, overdue: 1 },
    ]);
  });

  it("lists the earliest first, page by page, each once", async () => {
    const days: string[] = [];
    let place: RetentionPlace | undefined;
    do {
      const page = await listRetentionDue(viewer, at, place, 1);
      days.push(...page.items.map((item) => item.dueOn));
      place = page.next ?? undefined;
    } while (place !== undefined);
    expect(days).toEqual(["2029-05-31", "2029-06-01", "2029-08-30"]);
  });
});
