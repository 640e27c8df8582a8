import { beforeAll, describe, expect, it } from "vitest";
import type { Viewer } from "@/lib/queries/staff/viewer";
import { exportedEntries, getTrailExport } from "@/lib/queries/trail/get-trail-export";
import { listViews } from "@/lib/queries/trail/list-views";
import type { TrailViewFilter } from "@/lib/schemas/trail-query";
import { changeView } from "@/lib/usecases/trail/change-view";
import { deleteView } from "@/lib/usecases/trail/delete-view";
import { recordTrailExport } from "@/lib/usecases/trail/record-export";
import { saveView } from "@/lib/usecases/trail/save-view";
import { runUseCase } from "@/lib/usecases/run";
import { append, reading } from "../../ledger/history";
import { useDatabase } from "../../support/database";
import { staffAs } from "../../support/dpo";
import { makeResidents } from "../../support/resident";

useDatabase();
let panel: Viewer["panel"];
const nothing: TrailViewFilter = {};

function as(role: "dpo" | "auditor" | "engagement"): Viewer {
  return { actor: staffAs({ panel }, role), panel };
}

beforeAll(async () => {
  ({ panel } = await makeResidents("customer-voices", []));
  const events = Array.from({ length: 2_300 }, (_, index) => reading(`${index}`, panel.id));
  await append(panel.organisationId, events);
});

async function taken(viewer: Viewer, filter: TrailViewFilter): Promise<bigint> {
  const input = { panel, filter, subjectRef: null, format: "csv", reason: "audit" } as const;
  const recorded = await runUseCase(recordTrailExport, viewer.actor, input);
  if (!recorded.ok) throw new Error(recorded.error.code);
  return recorded.value;
}

async function numbers(viewer: Viewer, seq: bigint, most?: number): Promise<readonly string[]> {
  const found = await getTrailExport(viewer, seq, new Date());
  if (found === null) throw new Error("There is no such export");
  const all: string[] = [];
  for await (const entries of exportedEntries(viewer, found, most))
    all.push(...entries.map(({ seq: of }) => of));
  return all;
}

describe("taking the trail out", () => {
  it("is every entry before the one that says so, each once, in more parts than one", async () => {
    const dpo = as("dpo");
    const seq = await taken(dpo, { event: "ledger.read" });
    await append(panel.organisationId, [reading("later", panel.id)]);
    const all = await numbers(dpo, seq);
    expect(all).toEqual(Array.from({ length: 2_300 }, (_, index) => String(2_300 - index)));
  });

  it("ends early for a paper", async () => {
    const dpo = as("dpo");
    expect(await numbers(dpo, await taken(dpo, nothing), 1_500)).toHaveLength(1_500);
  });

  it("is only for who recorded it, and only for a quarter of an hour", async () => {
    const dpo = as("dpo");
    const seq = await taken(dpo, nothing);
    expect(await getTrailExport(as("dpo"), seq, new Date())).toBeNull();
    expect(await getTrailExport(dpo, seq, new Date(Date.now() + 16 * 60_000))).toBeNull();
    expect(await getTrailExport(dpo, 1n, new Date())).toBeNull();
  });

  it("is refused to who may not", async () => {
    const input = { panel, filter: nothing, subjectRef: null, format: "csv", reason: "audit" } as const;
    const refused = await runUseCase(recordTrailExport, as("engagement").actor, input);
    expect(refused).toMatchObject({ ok: false, error: { code: "form.notPermitted" } });
  });
});

describe("a saved view", () => {
  const save = (viewer: Viewer, name: string, shared: boolean) =>
    runUseCase(saveView, viewer.actor, {
      panel,
      name,
      shared,
      filter: { event: "notice.shown", channel: "email" },
    });

  it("is one's own until it is shared", async () => {
    const [mine, theirs] = [as("dpo"), as("auditor")];
    await save(mine, "Mine", false);
    await save(mine, "Ours", true);
    expect((await listViews(theirs)).map(({ name, mayChange }) => [name, mayChange])).toEqual([
      ["Ours", false],
    ]);
    const [first] = await listViews(mine);
    expect(first).toMatchObject({ name: "Mine", filter: { event: "notice.shown", channel: "email" } });
  });

  it("has one name for one view of a person", async () => {
    const mine = as("dpo");
    await save(mine, "Twice", false);
    expect(await save(mine, "Twice", true)).toMatchObject({ ok: false, error: { code: "form.invalid" } });
  });

  it("is renamed and deleted by who saved it, and by nobody else", async () => {
    const [mine, theirs] = [as("auditor"), as("auditor")];
    const saved = await save(mine, "First", true);
    const viewId = saved.ok ? saved.value : "";
    const renamed = { panel, viewId, name: "Second", shared: false };
    expect(await runUseCase(changeView, theirs.actor, renamed)).toMatchObject({ ok: false });
    expect(await runUseCase(changeView, mine.actor, renamed)).toMatchObject({ ok: true });
    expect(await runUseCase(deleteView, theirs.actor, { panel, viewId })).toMatchObject({ ok: false });
    expect(await runUseCase(deleteView, mine.actor, { panel, viewId })).toMatchObject({ ok: true });
    expect((await listViews(mine)).some(({ id }) => id === viewId)).toBe(false);
  });
});
