import { expect, test } from "vitest";
import { lastReadFirst, readPanel, type PanelReading } from "@/lib/actions/panel-reading";
import { newToken } from "@/lib/auth/secrets";
import { getPanelBySlug } from "@/lib/queries/panel/get-panel";
import { savePage } from "@/lib/usecases/join/save-page";
import { startJoin } from "@/lib/usecases/join/start-join";
import { approveDraft } from "@/lib/usecases/policy/approve-draft";
import { runUseCase } from "@/lib/usecases/run";
import { sql, useClient, useDatabase } from "../support/database";
import "../support/environment";
import { details, someone } from "../support/joining";
import { makePanel, presetDocument } from "../support/panel";
import { done, makeStaff, panelNow, submitted, withNewPurpose } from "../support/policy";

const held = useDatabase();
const client = useClient(held);

async function open() {
  const made = await makePanel(client, presetDocument("customer-voices"));
  const { slug } = await panelNow(made);
  const draftToken = newToken();
  const panel = await getPanelBySlug(slug);
  if (panel === null) throw new Error("The panel was just made.");
  await done(runUseCase(startJoin, someone, { panel, draftToken }));
  const readings: PanelReading[] = [];
  const save = async (reading: PanelReading) => {
    readings.push(reading);
    const read = await readPanel(slug, reading);
    if (read === null) throw new Error("The panel is there.");
    return runUseCase(savePage, someone, { panel: read, draftToken, page: { details } });
  };
  return { made, slug, readings, save };
}

test("a page of joining is kept with the panel as last read, while its policy is in force", async () => {
  const { readings, save } = await open();
  expect(await lastReadFirst(save)).toEqual({ ok: true, value: null });
  expect(readings).toEqual(["last"]);
});

test("after another policy came into force, a page is read again with it, and kept once", async () => {
  const { made, slug, readings, save } = await open();
  const [dpo, admin] = [await makeStaff(client, made, "dpo"), await makeStaff(client, made, "admin")];
  await submitted(made, dpo, withNewPurpose(made.document));
  await done(runUseCase(approveDraft, admin, { panel: await panelNow(made), revision: 2 }));
  expect((await readPanel(slug, "last"))?.policyNumber).toBe(1);
  expect(await lastReadFirst(save)).toEqual({ ok: true, value: null });
  expect(readings).toEqual(["last", "now"]);
  expect((await readPanel(slug, "last"))?.policyNumber).toBe(2);
});

test("a refusal of any other kind is the answer: nothing is tried twice", async () => {
  const { readings, save } = await open();
  await sql(
    held.ownerUrl,
    "UPDATE join_request SET created_at = 'epoch', expires_at = now() - interval '1 day'",
  );
  expect(await lastReadFirst(save)).toMatchObject({ ok: false, error: { code: "join.draftEnded" } });
  expect(readings).toEqual(["last"]);
});
