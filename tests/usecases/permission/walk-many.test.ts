import { expect, it } from "vitest";
import { database, pool } from "@/lib/db/client";
import { inTransaction } from "@/lib/db/transaction";
import { listPanels } from "@/lib/queries/panel/get-panel";
import { projectPermission } from "@/lib/usecases/consent/project-permission";
import { beginRuns } from "@/lib/usecases/permission/begin-runs";
import { walkPermission } from "@/lib/usecases/permission/walk-permission";
import { runUseCase } from "@/lib/usecases/run";
import { makePanel } from "@/prisma/seed/panel";
import { writePanel } from "@/prisma/seed/write";
import { compareAll } from "../../support/compare-all";
import { sql, useDatabase } from "../../support/database";
import { presetDocument } from "../../support/panel";

const held = useDatabase();
const worker = { kind: "system", name: "test" } as const;

it("decides everyone of a large panel again, each as if they were the only one", async () => {
  const client = await pool().connect();
  await writePanel(client, makePanel(presetDocument("customer-voices"), 700, 1, Date.now()), () => undefined);
  client.release();
  await sql(held.ownerUrl, "DELETE FROM permission_run");
  await runUseCase(beginRuns, worker, null);

  const walked = await runUseCase(walkPermission, worker, { size: 650 });
  const rest = await runUseCase(walkPermission, worker, { size: 650 });

  expect(walked).toMatchObject({ ok: true, value: { kind: "review", looked: 650, finished: false } });
  expect(rest).toMatchObject({ ok: true, value: { kind: "review", looked: 50, finished: true } });
  const [panel] = await listPanels();
  if (panel === undefined) throw new Error("No panel");
  const members = await database().member.findMany({ select: { id: true } });
  const ids = members.map(({ id }) => id);
  const stored = () =>
    sql(held.ownerUrl, "SELECT member_id, permitted, reasons FROM contact_permission ORDER BY member_id");
  const together = await stored();
  for (const id of ids.slice(0, 40))
    await inTransaction((tx) => projectPermission(tx, panel, [id], new Date()));
  expect(await stored()).toEqual(together);
  const compared = await inTransaction((tx) => compareAll(tx, panel, ids, new Date()));
  expect(new Set(compared.map(({ id }) => id))).toEqual(new Set(ids));
});
