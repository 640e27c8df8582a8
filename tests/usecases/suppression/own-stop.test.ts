import { beforeEach, describe, expect, it } from "vitest";
import { database } from "@/lib/db/client";
import { inTransaction } from "@/lib/db/transaction";
import { newId } from "@/lib/id";
import type { Channel } from "@/lib/policy/vocabulary";
import { getChoices } from "@/lib/queries/member/get-choices";
import { changeChoices } from "@/lib/usecases/consent/change-choices";
import { saysOtherwise } from "@/lib/usecases/permission/walk-part";
import { runUseCase } from "@/lib/usecases/run";
import { addSuppressions } from "@/lib/usecases/suppression/add-suppressions";
import { stageSuppressions } from "@/lib/usecases/suppression/stage-suppressions";
import { compareAll } from "../../support/compare-all";
import { useDatabase } from "../../support/database";
import { staffAs } from "../../support/dpo";
import { as, makeResidents, permitted, type Residents } from "../../support/resident";

useDatabase();
let residents: Residents;

/** The first member told us by phone not to contact them at all; the second shares the mailbox. */
async function stopAll(scope: "everything" | "marketing" = "everything"): Promise<void> {
  const { panel, members } = residents;
  const { reference } = await database().member.findFirstOrThrow({ where: { id: members[0].id } });
  const evidence = "call 77";
  const received = [
    {
      ...{ whose: { kind: "member" as const, reference }, scope, channels: [], evidence },
      ...{ receivedOn: "2026-11-02", source: "phone" as const },
    },
  ];
  const dpo = staffAs(residents, "dpo");
  const staged = await runUseCase(stageSuppressions, dpo, { panel, received });
  if (!staged.ok) throw new Error(staged.error.code);
  const added = await runUseCase(addSuppressions, dpo, { panel, uploadId: staged.value });
  if (!added.ok) throw new Error(added.error.code);
}

async function say(place: 0 | 1, answer: "yes" | "no", purposeKey = "promotion", channel: Channel = "email") {
  const { panel, members } = residents;
  const answers = [{ purposeKey, channel, answer, wording: "Yes, by e-mail." }];
  return runUseCase(changeChoices, as(residents, members[place]), { panel, answers });
}

const may = (place: 0 | 1, purposeKey: string, channel: Channel = "email") =>
  permitted(residents, residents.members[place], purposeKey, channel);

async function shown(purposeKey: string, channel: Channel) {
  const choices = await getChoices(residents.panel, residents.members[0].id);
  const one = choices.find(({ purpose }) => purpose.key === purposeKey)?.channels;
  return one?.find((each) => each.channel === channel);
}

async function expectProjected(): Promise<void> {
  const ids = residents.members.map(({ id }) => id);
  const all = await inTransaction((tx) => compareAll(tx, residents.panel, ids, new Date()));
  expect(all.filter(saysOtherwise)).toEqual([]);
}

beforeEach(async () => {
  const name = `stop-${newId().slice(-12)}`;
  residents = await makeResidents("connect", ["promotion"], [name, name]);
});

describe("who told us not to contact them at all", () => {
  it("is shown a no on every choice, whatever they had said before, and since when", async () => {
    expect(await shown("promotion", "email")).toMatchObject({ answer: "yes", stoppedAt: null });
    await stopAll();
    expect(await shown("promotion", "email")).toMatchObject({ answer: "no", stoppedAt: expect.any(Date) });
    expect(await shown("research", "email")).toMatchObject({ answer: "no", stoppedAt: expect.any(Date) });
  });

  it("gets, after a yes of their own, exactly that and nothing else", async () => {
    await stopAll();
    expect([await may(0, "promotion"), await may(0, "research")]).toEqual([false, false]);
    expect(await say(0, "yes")).toMatchObject({ ok: true, value: { changed: 1 } });
    expect([await may(0, "promotion"), await may(0, "research")]).toEqual([true, false]);
    expect(await shown("promotion", "email")).toMatchObject({ answer: "yes", stoppedAt: null });
    // The stop itself stays on the list, for everything else and for whoever holds the address next.
    expect(await database().suppression.count({ where: { liftedAt: { not: null } } })).toBe(0);
    await expectProjected();
  });

  it("is not contacted again by a yes from before, nor once that later yes is taken back", async () => {
    await stopAll();
    await say(0, "yes");
    await say(0, "no");
    expect(await may(0, "promotion")).toBe(false);
    await expectProjected();
  });

  it("says no to what is stopped already without leaving a trace", async () => {
    await stopAll();
    expect(await say(0, "no")).toMatchObject({ ok: true, value: { changed: 0 } });
  });

  it("may say yes to one thing of all promotion that they stopped", async () => {
    await stopAll("marketing");
    expect([await may(0, "promotion"), await may(0, "research")]).toEqual([false, true]);
    await say(0, "yes");
    expect(await may(0, "promotion")).toBe(true);
    await expectProjected();
  });

  it("is not opened by somebody else at the same address, who stays stopped there too", async () => {
    await stopAll();
    await say(1, "no");
    await say(1, "yes");
    expect([await may(0, "promotion"), await may(1, "promotion")]).toEqual([false, false]);
    await expectProjected();
  });

  it("and says so again, is stopped again: the newer stop binds the older yes", async () => {
    await stopAll();
    await say(0, "yes");
    await stopAll();
    expect(await may(0, "promotion")).toBe(false);
  });
});
