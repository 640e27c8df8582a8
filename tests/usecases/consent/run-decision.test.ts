import type pg from "pg";
import { describe, expect, it } from "vitest";
import { database, pool } from "@/lib/db/client";
import { atCommit, statement } from "@/lib/db/transaction";
import { verifyLedger } from "@/lib/ledger/verify";
import { decideContactPermission } from "@/lib/policy/contact-permission";
import { loadMemberFacts } from "@/lib/queries/member/load-member-facts";
import { refuse } from "@/lib/result";
import { changeChoices, type AnsweredChoice } from "@/lib/usecases/consent/change-choices";
import { runDecision } from "@/lib/usecases/consent/run-decision";
import { unsubscribe } from "@/lib/usecases/consent/unsubscribe";
import type { Ctx } from "@/lib/usecases/context";
import { sql, useDatabase } from "../../support/database";
import type { TestMember } from "../../support/panel";
import { as, by, ledgerOf, makeResidents, permitted, type Residents } from "../../support/resident";
import { until } from "../../support/until";

const held = useDatabase();
const names = Array.from({ length: 8 }, (_, place) => `resident${place}`);

type Input = { readonly panel: Residents["panel"]; readonly answers: readonly AnsweredChoice[] };

function saying({ panel }: Residents, answer: "yes" | "no"): Input {
  return { panel, answers: [{ purposeKey: "research", channel: "email", answer, wording: "May we?" }] };
}

function press(residents: Residents, member: TestMember) {
  return runDecision(unsubscribe, by(residents, member, "unsubscribe"), {
    panel: residents.panel,
    purposeKey: "research",
    channel: "email",
    contactPointId: member.contactPointId,
    wording: "Stop",
  });
}

const change = (residents: Residents, member: TestMember, answer: "yes" | "no") =>
  runDecision(changeChoices, as(residents, member), saying(residents, answer));

/** In how many transactions the panel's "no"s were stored. */
async function transactions({ panel }: Residents): Promise<number | undefined> {
  const [row] = await sql<{ count: number }>(
    held.appUrl,
    "select count(distinct xmin::text)::int as count from consent_record where organisation_id = $1 and decision = 'withdrawn'",
    [panel.organisationId],
  );
  return row?.count;
}

const withdrawals = async ({ panel }: Residents, member: TestMember) =>
  database().consentRecord.count({
    where: { organisationId: panel.organisationId, memberId: member.id, decision: "withdrawn" },
  });

async function isAsDecidedAfresh({ panel }: Residents, member: TestMember): Promise<boolean> {
  const { organisationId } = panel;
  const row = await database().contactPermission.findUniqueOrThrow({
    where: { organisationId_memberId: { organisationId, memberId: member.id } },
  });
  const facts = (await loadMemberFacts(organisationId, [member.id])).get(member.id);
  if (facts === undefined) throw new Error("No such member");
  const { reasons } = decideContactPermission(panel.document, facts, Date.now());
  return Buffer.from(reasons).equals(Buffer.from(row.reasons));
}

describe("decisions at the same moment", () => {
  it("share transactions, and each is recorded as its own, in an intact chain", async () => {
    const residents = await makeResidents("customer-voices", ["research"], names);
    const { members, panel } = residents;
    const answers = await Promise.all(members.map(async (member) => press(residents, member)));
    expect(answers.every(({ ok }) => ok)).toBe(true);
    for (const member of members) {
      expect(await ledgerOf(residents, member)).toContain("consent.withdrawn research email");
      expect(await permitted(residents, member, "research", "email")).toBe(false);
      expect(await isAsDecidedAfresh(residents, member)).toBe(true);
    }
    expect(await transactions(residents)).toBeLessThan(members.length);
    const acted = await database().consentRecord.findMany({
      where: { organisationId: panel.organisationId, decision: "withdrawn" },
      select: { memberId: true, actorRef: true },
    });
    const refs = new Map(members.map(({ id, subjectRef }) => [id, subjectRef]));
    expect(acted.every(({ memberId, actorRef }) => refs.get(memberId) === actorRef)).toBe(true);
    expect((await verifyLedger(panel.organisationId)).verdict).toBe("intact");
  });

  it("of one person are both recorded, in the order they came", async () => {
    const residents = await makeResidents("customer-voices", ["research"], names);
    const [member, ...others] = residents.members;
    const all = await Promise.all([
      change(residents, member, "no"),
      change(residents, member, "yes"),
      change(residents, member, "no"),
      ...others.map(async (other) => press(residents, other)),
    ]);
    expect(all.every(({ ok }) => ok)).toBe(true);
    const entries = (await ledgerOf(residents, member)).filter((entry) => entry.endsWith("research email"));
    const [no, yes] = ["consent.withdrawn research email", "consent.given research email"];
    const decisions = entries.filter((entry) => entry.startsWith("consent"));
    expect(decisions.slice(-3)).toEqual([no, yes, no]);
    expect(await permitted(residents, member, "research", "email")).toBe(false);
  });

  it("of people who share an address leave the permission that holds for both", async () => {
    const residents = await makeResidents("connect", ["promotion"], ["shared", "shared", "own"]);
    const answers = [
      { purposeKey: "promotion", channel: "email", answer: "no", wording: "May we?" } as const,
    ];
    await Promise.all(
      residents.members.map(async (member) =>
        runDecision(changeChoices, as(residents, member), { panel: residents.panel, answers }),
      ),
    );
    for (const member of residents.members) {
      expect(await permitted(residents, member, "promotion", "email")).toBe(false);
      expect(await isAsDecidedAfresh(residents, member)).toBe(true);
    }
  });
});

/** Connections that wait for the end of a ledger. */
const storing = `pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'
  and pid <> pg_backend_pid() and query like '%store_decisions%'`;
const lock = { name: "test_lock", text: "SELECT pg_advisory_xact_lock(hashtextextended($1::text, 7))" };
const wrong = { name: "test_wrong", text: "SELECT 1 / $1::int" };

type Fault = readonly [
  string,
  (ctx: Ctx, input: Input) => ReturnType<typeof changeChoices>,
  ok: boolean | null,
];

/** What one of several may do, and how they are answered: null when it throws. */
const faults: readonly Fault[] = [
  ["refuses", async () => refuse("membership.over"), false],
  [
    "refuses after it has written",
    async (ctx, input) => {
      await changeChoices(ctx, input);
      return refuse("membership.over");
    },
    false,
  ],
  [
    "throws after it has written",
    async (ctx, input) => {
      await changeChoices(ctx, input);
      throw new Error("A bug");
    },
    null,
  ],
  [
    "asks the database for nonsense",
    async (ctx, input) => {
      await statement(ctx.tx, wrong, [0]);
      return changeChoices(ctx, input);
    },
    null,
  ],
  [
    "leaves nonsense for the commit",
    async (ctx, input) => {
      atCommit(ctx.tx, wrong, [0]);
      return changeChoices(ctx, input);
    },
    null,
  ],
];

describe("one of several who", () => {
  it.each(faults)("%s loses nobody's decision, and keeps none of their own", async (_, useCase, ok) => {
    const residents = await makeResidents("customer-voices", ["research"], names);
    const [member, ...others] = residents.members;
    const [answer, ...answers] = await Promise.allSettled([
      runDecision(useCase, as(residents, member), saying(residents, "no")),
      ...others.map(async (other) => press(residents, other)),
    ]);
    expect(answer.status === "fulfilled" ? answer.value.ok : null).toBe(ok);
    expect(answers.every((each) => each.status === "fulfilled" && each.value.ok)).toBe(true);
    expect(await withdrawals(residents, member)).toBe(0);
    expect(await permitted(residents, member, "research", "email")).toBe(true);
    for (const other of others) expect(await withdrawals(residents, other)).toBe(1);
    expect((await verifyLedger(residents.panel.organisationId)).verdict).toBe("intact");
  });
});

describe("a connection that is lost when the commit was sent", () => {
  it("tells everyone so and runs nobody again, for what they decided may be kept", async () => {
    const residents = await makeResidents("customer-voices", ["research"], names);
    const { panel, members } = residents;
    const outcomes = await database().$transaction(
      async (tx) => {
        // Whoever stores waits here for the end of the ledger.
        await tx.$executeRawUnsafe(lock.text, panel.organisationId);
        const sharing: pg.PoolClient[] = [];
        const note = (connection: pg.PoolClient) => void sharing.push(connection);
        pool().on("acquire", note);
        const pressed = Promise.allSettled(members.map(async (member) => press(residents, member)));
        await until("both transactions wait", async () => {
          const rows = await sql(held.superuserUrl, `select from ${storing}`);
          return rows.length === 2 && sharing.length === 2;
        });
        for (const { connection } of sharing) connection.stream.destroy();
        const settled = await pressed;
        pool().off("acquire", note);
        expect(sharing).toHaveLength(2);
        return settled;
      },
      { timeout: 60_000 },
    );
    expect(outcomes.map(({ status }) => status)).toEqual(members.map(() => "rejected"));
    // The server had the whole packet: it stores and commits, and whoever presses again finds it done.
    for (const member of members) {
      expect((await press(residents, member)).ok).toBe(true);
      expect(await withdrawals(residents, member)).toBe(1);
    }
  });
});

describe("a connection that is ended while decisions are stored", () => {
  it("acknowledges nobody whose decision is not there", async () => {
    const residents = await makeResidents("customer-voices", ["research"], names);
    const { panel, members } = residents;
    const answered: string[] = [];
    let pressed: Promise<PromiseSettledResult<unknown>[]> = Promise.resolve([]);
    await database().$transaction(
      async (tx) => {
        // Whoever stores waits here for the end of the ledger.
        await tx.$executeRawUnsafe(lock.text, panel.organisationId);
        pressed = Promise.allSettled(
          members.map(async (member) => {
            await press(residents, member);
            answered.push(member.id);
          }),
        );
        let ended = 0;
        await until("the connections of all who store were ended", async () => {
          const rows = await sql(held.superuserUrl, `select pg_terminate_backend(pid) from ${storing}`);
          ended += rows.length;
          // Shared, and then each alone.
          return ended > members.length;
        });
        expect(answered).toEqual([]);
      },
      { timeout: 60_000 },
    );
    const outcomes = await pressed;
    for (const [place, member] of members.entries()) {
      expect(await withdrawals(residents, member)).toBe(outcomes[place]?.status === "fulfilled" ? 1 : 0);
    }
    expect((await verifyLedger(panel.organisationId)).verdict).toBe("intact");
  });
});
