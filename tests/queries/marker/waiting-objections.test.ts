import { beforeAll, describe, expect, it } from "vitest";
import { choicesOf } from "@/lib/policy/choice";
import { purposeOf } from "@/lib/policy/purpose";
import { countWaitingObjections } from "@/lib/queries/marker/count-waiting-objections";
import { listObjections } from "@/lib/queries/marker/list-objections";
import { listWaitingObjections } from "@/lib/queries/marker/list-waiting-objections";
import { changeChoices } from "@/lib/usecases/consent/change-choices";
import { decideObjection } from "@/lib/usecases/objection/decide-objection";
import { runUseCase } from "@/lib/usecases/run";
import { useDatabase } from "../../support/database";
import { staffAs } from "../../support/dpo";
import type { TestMember } from "../../support/panel";
import { as, makeResidents, type Residents } from "../../support/resident";

useDatabase();
let residents: Residents;
let elsewhere: Residents;
const days = 86_400_000;

async function say(
  { panel }: Residents,
  member: TestMember,
  answer: "yes" | "no",
  purposeKey = "research",
): Promise<void> {
  const purpose = purposeOf(panel.document, purposeKey);
  if (purpose === null) throw new Error(`No purpose ${purposeKey}`);
  // To every way: an objection ends where a yes reaches all of it.
  const answers = choicesOf(purpose).map((channel) => ({ purposeKey, channel, answer, wording: "A word." }));
  const said = await runUseCase(changeChoices, as({ panel }, member), { panel, answers });
  expect(said).toMatchObject({ ok: true });
}

async function decide(outcome: "accepted" | "overridden", { id: memberId }: TestMember): Promise<void> {
  const { panel } = residents;
  const reasons = "Because of the fire doors.";
  const input = { panel, memberId, purposeKey: "research", outcome, reasons };
  expect(await runUseCase(decideObjection, staffAs(residents, "dpo"), input)).toMatchObject({ ok: true });
}

const viewer = (of: Residents = residents) => ({ actor: staffAs(of, "dpo"), panel: of.panel });
const reference = ({ id }: TestMember) => `T-${id.slice(-10)}`;

function member(place: number): TestMember {
  const found = residents.members[place];
  if (found === undefined) throw new Error("There are eight members");
  return found;
}

// The second, first, third and eighth wait; the others not any more, or never did.
beforeAll(async () => {
  const emails = Array.from({ length: 8 }, (_, place) => `waits-${place}`);
  residents = await makeResidents("citizens-together", ["promotion"], emails);
  elsewhere = await makeResidents("citizens-together", [], ["far", "away"]);
  await say(elsewhere, elsewhere.members[0], "no");
  await say(residents, member(1), "no");
  await say(residents, member(0), "no");
  await say(residents, member(2), "no");
  await decide("overridden", member(2));
  await say(residents, member(2), "yes");
  await say(residents, member(2), "no");
  await say(residents, member(3), "no");
  await decide("accepted", member(3));
  await say(residents, member(4), "no");
  await decide("overridden", member(4));
  await say(residents, member(5), "no", "promotion");
  await say(residents, member(6), "no");
  await say(residents, member(6), "yes");
  await say(residents, member(7), "no");
});

const order = () => [member(1), member(0), member(2), member(7)].map(reference);

describe("the list of objections that wait", () => {
  it("has those of this panel that nobody decided about, the longest waiting first, each with its last day", async () => {
    const { objections, next } = await listWaitingObjections(viewer(), new Date());
    expect(objections.map((one) => one.reference)).toEqual(order());
    expect(next).toBeNull();
    expect(objections.every(({ overdue }) => !overdue)).toBe(true);
    const other = await listWaitingObjections(viewer(elsewhere), new Date());
    expect(other.objections.map((one) => one.reference)).toEqual([reference(elsewhere.members[0])]);
  });

  it("says of each what the member's own page says", async () => {
    const { objections } = await listWaitingObjections(viewer(), new Date());
    for (const [place, one] of residents.members.entries()) {
      const { standing } = await listObjections(viewer(), one.id);
      const waits = standing.filter((known) => known.standing === "waits");
      const listed = objections.filter((known) => known.reference === reference(member(place)));
      expect(listed.map(({ since, decideBy }) => ({ since, decideBy }))).toEqual(
        waits.map(({ since, decideBy }) => ({ since, decideBy })),
      );
    }
  });

  it("goes on page by page where it stopped, past those that wait no more", async () => {
    const seen: string[] = [];
    let place: Parameters<typeof listWaitingObjections>[2];
    do {
      const page = await listWaitingObjections(viewer(), new Date(), place, 1);
      seen.push(...page.objections.map((one) => one.reference));
      place = page.next ?? undefined;
    } while (place !== undefined);
    expect(seen).toEqual(order());
  });

  it("counts them, and those whose month is over", async () => {
    expect(await countWaitingObjections(viewer(), new Date())).toEqual({
      ...{ waiting: 4, overdue: 0, more: false },
    });
    const later = await countWaitingObjections(viewer(), new Date(Date.now() + 40 * days));
    expect(later).toEqual({ waiting: 4, overdue: 4, more: false });
  });

  it("is not for who runs campaigns", async () => {
    const engagement = { ...viewer(), actor: staffAs(residents, "engagement") };
    await expect(listWaitingObjections(engagement, new Date())).rejects.toThrow();
  });
});
