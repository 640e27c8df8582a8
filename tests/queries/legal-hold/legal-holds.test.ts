import { beforeAll, describe, expect, it } from "vitest";
import { now } from "@/lib/clock";
import { newId } from "@/lib/id";
import { countWaitingHolds } from "@/lib/queries/legal-hold/count-waiting-holds";
import { getLegalHold } from "@/lib/queries/legal-hold/get-legal-hold";
import { keptBy } from "@/lib/queries/legal-hold/kept-by";
import { listHoldOwners } from "@/lib/queries/legal-hold/list-hold-owners";
import { listHoldsOn } from "@/lib/queries/legal-hold/list-holds-on";
import {
  listReleasedHolds,
  listStandingHolds,
  type ReleasedPlace,
  type StandingPlace,
} from "@/lib/queries/legal-hold/list-legal-holds";
import { listRetention } from "@/lib/queries/member/list-retention";
import type { StaffActor } from "@/lib/queries/staff/viewer";
import { sql, useDatabase } from "../../support/database";
import { dayFromToday } from "../../support/day";
import { makeStaff } from "../../support/policy";
import { makeResidents, withClient, type Residents } from "../../support/resident";

const held = useDatabase();
let residents: Residents;
let dpo: StaffActor;
let admin: StaffActor;

type Row = { memberId?: string | null; reviewIn?: number; releasedAgo?: number; proposed?: boolean };

/** A hold placed a year ago; days are counted from today. */
async function hold({ memberId = newId(), reviewIn = 30, releasedAgo, proposed = false }: Row) {
  const { organisationId, id: panelId } = residents.panel;
  const id = newId();
  const released = releasedAgo === undefined ? null : new Date(Date.now() - releasedAgo * 86_400_000);
  const ends = proposed || released !== null;
  await sql(
    held.ownerUrl,
    `INSERT INTO legal_hold (organisation_id, id, panel_id, member_id, ground, reason, owner_id, review_on, placed_by, placed_at,
        release_proposed_by, release_proposed_at, release_reason, release_approved_by, released_at)
      VALUES ($1, $2, $3, $4, 'legal_claim', 'A claim', $5, $6, $5, now() - interval '1 year', $7, $8, $9, $10, $11)`,
    [
      ...[organisationId, id, panelId, memberId, dpo.staffId, dayFromToday(reviewIn)],
      ...(ends ? [dpo.staffId, new Date(Date.now() - 90 * 86_400_000), "Settled"] : [null, null, null]),
      ...(released === null ? [null, null] : [admin.staffId, released]),
    ],
  );
  return id;
}

const viewer = (actor: StaffActor = dpo) => ({ actor, panel: residents.panel });

beforeAll(async () => {
  residents = await makeResidents("customer-voices", ["research"]);
  const worker = (role: "dpo" | "admin") => withClient((client) => makeStaff(client, residents.made, role));
  [dpo, admin] = [await worker("dpo"), await worker("admin")];
});

describe("the list of legal holds", () => {
  it("has those that stand by the day of their review, overdue ones marked, page by page, and each once", async () => {
    const [late, everyone, ...others] = [
      await hold({ reviewIn: -1, memberId: residents.members[0].id }),
      await hold({ reviewIn: 0, memberId: null, proposed: true }),
      await hold({ reviewIn: 5 }),
      await hold({ reviewIn: 5 }),
      await hold({ reviewIn: 5 }),
    ];
    await hold({ releasedAgo: 3 });
    const found = [];
    for (let place: StandingPlace | undefined | null; place !== null;) {
      const page = await listStandingHolds(viewer(admin), now(), place, 2);
      found.push(...page.holds);
      place = page.next;
    }
    expect(found.map(({ id }) => id)).toEqual([late, everyone, ...others.toSorted()]);
    expect(found[0]).toMatchObject({ overdue: true, owner: "The dpo", held: { who: "member" } });
    expect(found[1]).toMatchObject({ overdue: false, releaseProposed: true, held: { who: "everyone" } });
    expect(found[2]).toMatchObject({ overdue: false, held: { who: "gone" } });
    expect(await countWaitingHolds(viewer(), now())).toEqual({ overdue: 1, proposed: 1 });
    expect(await listHoldsOn(viewer(), residents.members[0].id)).toEqual([
      { id: late, ground: "legalClaim", everyone: false },
      { id: everyone, ground: "legalClaim", everyone: true },
    ]);
  });

  it("has those that were released, the latest first, and no review of theirs is overdue", async () => {
    const older = await hold({ releasedAgo: 9, reviewIn: -5 });
    const newer = await hold({ releasedAgo: 1 });
    const found = [];
    for (let place: ReleasedPlace | undefined | null; place !== null;) {
      const page = await listReleasedHolds(viewer(), now(), place, 1);
      found.push(...page.holds);
      place = page.next;
    }
    const ids = found.map(({ id }) => id);
    expect(ids).toHaveLength(3);
    expect([ids[0], ids[2]]).toEqual([newer, older]);
    expect(found.filter(({ overdue }) => overdue)).toEqual([]);
  });

  it("is not for who runs campaigns", async () => {
    const engagement = await withClient((client) => makeStaff(client, residents.made, "engagement"));
    await expect(listStandingHolds(viewer(engagement), now())).rejects.toThrow("Not permitted");
    await expect(getLegalHold(viewer(engagement), newId(), now())).rejects.toThrow("Not permitted");
  });
});

describe("one legal hold", () => {
  it("says who proposed its end, and to that person that somebody else must agree", async () => {
    const id = await hold({ proposed: true });
    expect((await getLegalHold(viewer(dpo), id, now()))?.proposed).toMatchObject({
      name: "The dpo",
      own: true,
    });
    expect((await getLegalHold(viewer(admin), id, now()))?.proposed).toMatchObject({ own: false });
  });

  it("is nobody's of another panel", async () => {
    const id = await hold({});
    const other = await makeResidents("connect", ["research"]);
    const there = await withClient((client) => makeStaff(client, other.made, "dpo"));
    expect(await getLegalHold({ actor: there, panel: other.panel }, id, now())).toBeNull();
    expect(await keptBy(other.panel, other.members[0].id)).toBeNull();
  });

  it("is looked after by officers and administrators of the panel", async () => {
    const owners = await listHoldOwners(viewer());
    expect(owners.map(({ id }) => id).toSorted()).toEqual([dpo.staffId, admin.staffId].toSorted());
  });
});

it("until when something is kept says what keeps it past that day, to everyone who is told", async () => {
  const kept = await listRetention(residents.panel, residents.members[0].id);
  expect(kept.size).toBeGreaterThan(0);
  expect(new Set([...kept.values()].map((one) => one.keptBy))).toEqual(new Set(["legalHold"]));
});
