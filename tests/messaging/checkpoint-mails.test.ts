import { describe, expect, it } from "vitest";
import type { Actor } from "@/lib/policy/permission";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import { getPublicationState } from "@/lib/queries/ledger/get-publication-state";
import { addCheckpointRecipient } from "@/lib/usecases/ledger/add-checkpoint-recipient";
import { mailCheckpoints } from "@/lib/usecases/ledger/mail-checkpoints";
import { removeCheckpointRecipient } from "@/lib/usecases/ledger/remove-checkpoint-recipient";
import { runUseCase } from "@/lib/usecases/run";
import { makeRecipient } from "../ledger/checkpoint/signer";
import { sql, useDatabase } from "../support/database";
import { staffAs } from "../support/dpo";
import type { TestPanel } from "../support/panel";
import { makeResidents } from "../support/resident";

const held = useDatabase();
const worker: Actor = { kind: "system", name: "worker" };

/** A panel with its data protection officer. */
async function scene(): Promise<{ made: TestPanel; panel: PanelView; dpo: Actor; engagement: Actor }> {
  const { made, panel } = await makeResidents("customer-voices", []);
  return { made, panel, dpo: staffAs({ panel }, "dpo"), engagement: staffAs({ panel }, "engagement") };
}

const mails = async () => {
  const result = await runUseCase(mailCheckpoints, worker, { size: 50 });
  return result.ok ? result.value.mails : -1;
};

const deliveries = async ({ organisationId }: TestPanel) =>
  sql<{ subject_ids: Record<string, string> }>(
    held.ownerUrl,
    "SELECT subject_ids FROM delivery WHERE organisation_id = $1 ORDER BY queued_at",
    [organisationId],
  );

/** As if the last mails had gone the day before. */
const aDayLater = async ({ organisationId }: TestPanel) =>
  sql(held.ownerUrl, "UPDATE checkpoint_recipient SET mailed_on = mailed_on - 1 WHERE organisation_id = $1", [
    organisationId,
  ]);

describe("the daily mail of checkpoints", () => {
  it("goes once a day, with the newest, and not when nothing is new", async () => {
    const { made, panel, dpo } = await scene();
    const about = await makeRecipient(made, "auditor@mail.example");
    expect(await mails()).toBe(1);
    expect(await mails()).toBe(0);
    expect((await deliveries(made)).map(({ subject_ids: ids }) => ids)).toEqual([about]);
    await aDayLater(made);
    expect(await mails()).toBe(0);
    await makeRecipient(made, "second@mail.example");
    expect(await mails()).toBe(2);
    const state = await getPublicationState({ actor: dpo, panel });
    expect(state.recipients.map(({ email, mailedSize, delivery }) => [email, mailedSize, delivery])).toEqual([
      ["auditor@mail.example", 2n, "queued"],
      ["second@mail.example", 2n, "queued"],
    ]);
    expect(state.places.map(({ place, size }) => [place, size])).toEqual([
      ["file", null],
      ["mail", 2n],
      ["witness", null],
    ]);
  });

  it("goes once although several workers look at once", async () => {
    const { made } = await scene();
    for (const name of ["a", "b", "c", "d"]) await makeRecipient(made, `${name}@mail.example`);
    const counts = await Promise.all([mails(), mails(), mails()]);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(4);
    expect(await deliveries(made)).toHaveLength(4);
  });

  it("is all there or not at all when the worker dies before it is committed", async () => {
    const { made } = await scene();
    await makeRecipient(made, "auditor@mail.example");
    await sql(
      held.ownerUrl,
      `CREATE FUNCTION die() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'injected'; END $$;
       CREATE TRIGGER die BEFORE INSERT ON checkpoint_publication FOR EACH STATEMENT EXECUTE FUNCTION die()`,
    );
    await expect(mails()).rejects.toThrow("injected");
    expect(await deliveries(made)).toEqual([]);
    await sql(held.ownerUrl, "DROP FUNCTION die() CASCADE");
    expect(await mails()).toBe(1);
    expect(await deliveries(made)).toHaveLength(1);
  });
});

describe("the list of addresses", () => {
  it("is the data protection officer's: each change is an entry without the address", async () => {
    const { made, panel, dpo } = await scene();
    const added = await runUseCase(addCheckpointRecipient, dpo, { panel, email: "auditor@mail.example" });
    if (!added.ok) throw new Error(added.error.code);
    await runUseCase(removeCheckpointRecipient, dpo, { panel, id: added.value });
    await runUseCase(removeCheckpointRecipient, dpo, { panel, id: added.value });
    const entries = await sql<{ event_type: string; bytes: Buffer }>(
      held.ownerUrl,
      "SELECT event_type, bytes FROM ledger_entry WHERE organisation_id = $1 ORDER BY seq",
      [made.organisationId],
    );
    expect(entries.map((entry) => entry.event_type)).toEqual([
      "checkpointRecipient.added",
      "checkpointRecipient.removed",
    ]);
    expect(entries.some(({ bytes }) => bytes.toString().includes("mail.example"))).toBe(false);
    expect((await getPublicationState({ actor: dpo, panel })).recipients).toEqual([]);
  });

  it("takes an address once, and nobody else's word", async () => {
    const { panel, dpo, engagement } = await scene();
    const add = async (actor: Actor) =>
      runUseCase(addCheckpointRecipient, actor, { panel, email: "auditor@mail.example" });
    expect(await add(engagement)).toMatchObject({ error: { code: "form.notPermitted" } });
    expect(await add(dpo)).toMatchObject({ ok: true });
    expect(await add(dpo)).toMatchObject({
      error: { fields: { email: [{ code: "checkpointRecipient.email.known" }] } },
    });
    const away = { actor: engagement, panel };
    await expect(getPublicationState(away)).rejects.toThrow("Not permitted");
  });
});
