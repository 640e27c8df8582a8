import { beforeEach, describe, expect, it } from "vitest";
import { hashAddress } from "@/lib/auth/secrets";
import { database } from "@/lib/db/client";
import { inTransaction } from "@/lib/db/transaction";
import { newId } from "@/lib/id";
import type { Channel } from "@/lib/policy/vocabulary";
import { getStagedSuppressions } from "@/lib/queries/suppression/get-staged-suppressions";
import { countSuppressions, listSuppressions } from "@/lib/queries/suppression/list-suppressions";
import type { ReceivedNo, Whose } from "@/lib/schemas/suppression";
import { changeChoices } from "@/lib/usecases/consent/change-choices";
import { saysOtherwise } from "@/lib/usecases/permission/walk-part";
import { runUseCase } from "@/lib/usecases/run";
import { addSuppressions } from "@/lib/usecases/suppression/add-suppressions";
import { stageSuppressions } from "@/lib/usecases/suppression/stage-suppressions";
import { compareAll } from "../../support/compare-all";
import { sql, useDatabase } from "../../support/database";
import { staffAs } from "../../support/dpo";
import { makeMembers } from "../../support/panel";
import { as, ledgerOf, makeResidents, permitted, withClient, type Residents } from "../../support/resident";

const held = useDatabase();
let residents: Residents;

beforeEach(async () => {
  const address = newId().slice(-12);
  residents = await makeResidents(
    "connect",
    ["promotion"],
    [`one-${address}`, `one-${address}`, `two-${address}`],
  );
});

function no(whose: Whose, scope: string, channels: readonly Channel[] = []): ReceivedNo {
  const evidence = "letter 2026-114 in the post room file";
  return { whose, scope, channels, receivedOn: "2026-11-02", source: "paper", evidence };
}

const atAddress = (normalised: string): Whose => ({
  kind: "address",
  address: { kind: "email", normalised },
});

async function stage(received: readonly ReceivedNo[]): Promise<string> {
  const { panel } = residents;
  const staged = await runUseCase(stageSuppressions, staffAs(residents, "dpo"), { panel, received });
  if (!staged.ok) throw new Error(staged.error.code);
  return staged.value;
}

async function confirm(uploadId: string) {
  const { panel } = residents;
  const added = await runUseCase(addSuppressions, staffAs(residents, "dpo"), { panel, uploadId });
  if (!added.ok) throw new Error(added.error.code);
  return added.value;
}

async function memberOf(place: number): Promise<Whose> {
  const { organisationId } = residents.panel;
  const id = residents.members[place]?.id ?? "";
  const { reference } = await database().member.findUniqueOrThrow({
    where: { organisationId_id: { organisationId, id } },
  });
  return { kind: "member", reference };
}

async function expectProjected(): Promise<void> {
  const ids = residents.members.map(({ id }) => id);
  const all = await inTransaction((tx) => compareAll(tx, residents.panel, ids, new Date()));
  expect(all.filter(saysOtherwise)).toEqual([]);
}

describe("a no that came by letter", () => {
  it("stops nothing until it is confirmed, and then everybody who uses the address", async () => {
    const [one, alsoOne, two] = residents.members;
    const upload = await stage([no(atAddress(one.email), "everything")]);
    expect(await permitted(residents, one, "research", "email")).toBe(true);
    const { added, known, toDrain } = await confirm(upload);
    expect({ added, known, toDrain: toDrain.toSorted() }).toEqual({
      ...{ added: 1, known: 0 },
      toDrain: [one.id, alsoOne.id].toSorted(),
    });
    expect(await permitted(residents, one, "research", "email")).toBe(false);
    expect(await permitted(residents, alsoOne, "research", "email")).toBe(false);
    expect(await permitted(residents, two ?? one, "research", "email")).toBe(true);
    await expectProjected();
  });

  it("to promotion leaves surveys alone; to a member stops the person and every address of theirs", async () => {
    const [one, alsoOne] = residents.members;
    await confirm(await stage([no(await memberOf(0), "marketing")]));
    expect(await permitted(residents, one, "promotion", "email")).toBe(false);
    expect(await permitted(residents, one, "research", "email")).toBe(true);
    // The mailbox they share is closed to promotion as well (law.md PE-13).
    expect(await permitted(residents, alsoOne, "promotion", "email")).toBe(false);
    expect(await ledgerOf(residents, one)).toEqual(["suppression.added", "suppression.added"]);
    await expectProjected();
  });

  it("binds the person at an address they give later", async () => {
    const [one] = residents.members;
    const { organisationId } = residents.panel;
    await confirm(await stage([no(await memberOf(0), "everything")]));
    const [row] = await database().gateDecision.findMany({ where: { organisationId } });
    expect(row).toBeUndefined();
    await sql(
      held.ownerUrl,
      "UPDATE contact_point SET address_hash = $2, normalised = $3 WHERE member_id = $1",
      [one.id, hashAddress("new@mail.example"), "new@mail.example"],
    );
    const [fresh] = await inTransaction((tx) => compareAll(tx, residents.panel, [one.id], new Date()));
    expect(fresh?.fresh.permitted).toHaveLength(0);
  });

  it("to one purpose is lifted by the same person's later yes to it, and by nobody else's", async () => {
    const [one, alsoOne] = residents.members;
    await confirm(await stage([no(await memberOf(0), "promotion", ["email"])]));
    const answers = [
      { purposeKey: "promotion", channel: "email" as const, answer: "yes" as const, wording: "Yes." },
    ];
    await runUseCase(changeChoices, as(residents, alsoOne), { panel: residents.panel, answers });
    expect(await permitted(residents, alsoOne, "promotion", "email")).toBe(false);
    await runUseCase(changeChoices, as(residents, one), {
      panel: residents.panel,
      answers: answers.map((answer) => ({ ...answer, answer: "no" as const })),
    });
    await runUseCase(changeChoices, as(residents, one), { panel: residents.panel, answers });
    expect(await permitted(residents, one, "promotion", "email")).toBe(true);
    await expectProjected();
  });

  it("to everything stays for the rest, when the person later says yes to one thing", async () => {
    const [one] = residents.members;
    await confirm(await stage([no(await memberOf(0), "everything")]));
    const choice = { purposeKey: "promotion", channel: "email" as const, wording: "Yes." };
    for (const answer of ["no", "yes"] as const) {
      const answers = [{ ...choice, answer }];
      await runUseCase(changeChoices, as(residents, one), { panel: residents.panel, answers });
    }
    expect(await permitted(residents, one, "promotion", "email")).toBe(true);
    expect(await permitted(residents, one, "research", "email")).toBe(false);
    await expectProjected();
  });

  it("confirmed twice, or given again, adds nothing and says so", async () => {
    const [one] = residents.members;
    const upload = await stage([
      no(atAddress(one.email), "marketing"),
      no(atAddress(one.email), "marketing"),
    ]);
    expect(await confirm(upload)).toMatchObject({ added: 1, known: 1 });
    expect(await confirm(upload)).toMatchObject({ added: 1, known: 1, toDrain: [] });
    expect(await confirm(await stage([no(atAddress(one.email), "marketing")]))).toMatchObject({
      added: 0,
      known: 1,
    });
    const [kept] = await sql<{ rows: unknown[] }>(held.appUrl, "SELECT rows FROM list_upload WHERE id = $1", [
      upload,
    ]);
    expect(kept?.rows).toEqual([]);
  });

  it("with one line that cannot be, keeps none of them", async () => {
    const { panel, members } = residents;
    const received = [
      { ...no(atAddress(members[0].email), "everything"), line: 2 },
      { ...no(atAddress(members[1].email), "everything", ["sms"]), line: 3 },
    ];
    const staged = await runUseCase(stageSuppressions, staffAs(residents, "dpo"), { panel, received });
    expect(staged).toEqual({
      ok: false,
      error: {
        code: "form.invalid",
        fields: { list: [{ code: "list.channelNotUsed", params: { line: 3 } }] },
      },
    });
  });

  it("outlives the person: the address stays blocked when it is imported again (I3)", async () => {
    const [one] = residents.members;
    const { organisationId } = residents.panel;
    await confirm(await stage([no(await memberOf(0), "everything")]));
    await sql(held.ownerUrl, "DELETE FROM member WHERE id = $1", [one.id]);
    const [again] = await withClient((client) =>
      makeMembers(client, residents.made, {
        emails: [one.email.split("@")[0] ?? ""],
        purposes: ["research", "promotion"],
      }),
    );
    const [fresh] = await inTransaction((tx) =>
      compareAll(tx, residents.panel, [again?.id ?? ""], new Date()),
    );
    expect(fresh?.fresh.permitted).toHaveLength(0);
    const left = await database().suppression.count({ where: { organisationId, liftedAt: null } });
    expect(left).toBe(2);
  });
});

describe("what the data protection officer sees", () => {
  it("is the effect before it counts, and never an address", async () => {
    const [one] = residents.members;
    const { panel } = residents;
    const viewer = { actor: staffAs(residents, "dpo"), panel };
    const upload = await stage([no(atAddress(one.email), "everything")]);
    expect(await getStagedSuppressions(viewer, upload)).toMatchObject({ members: 2, queued: 0, known: 0 });
    await confirm(upload);
    expect(await getStagedSuppressions(viewer, upload)).toBeNull();
    const page = await listSuppressions(viewer, { addressHash: hashAddress(one.email) });
    expect(page.suppressions).toMatchObject([
      {
        hint: "le",
        source: "paper",
        receivedOn: "2026-11-02",
        purposeKey: null,
        marketingOnly: false,
        liftedAt: null,
      },
    ]);
    expect(JSON.stringify(page)).not.toContain(one.email);
    expect(await countSuppressions(viewer)).toMatchObject({ inForce: 1, addresses: 1, lifted: 0 });
    const stored = await sql(
      held.superuserUrl,
      "SELECT * FROM suppression s, list_upload u WHERE s.organisation_id = $1",
      [panel.organisationId],
    );
    expect(JSON.stringify(stored)).not.toContain(one.email);
  });

  it.each(["engagement", "admin"] as const)("%s neither reads nor adds", async (role) => {
    const { panel } = residents;
    const viewer = { actor: staffAs(residents, role), panel };
    await expect(listSuppressions(viewer, {})).rejects.toThrow("Not permitted");
    const staged = await runUseCase(stageSuppressions, viewer.actor, { panel, received: [] });
    expect(staged).toMatchObject({ ok: false, error: { code: "form.notPermitted" } });
  });
});
