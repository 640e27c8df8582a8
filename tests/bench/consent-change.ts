import pg from "pg";
import { ok, type Result } from "@/lib/result";
import { recordDecisions } from "@/lib/usecases/consent/record-decisions";
import { runDecision } from "@/lib/usecases/consent/run-decision";
import type { Ctx } from "@/lib/usecases/context";
import { alternating, load, type Bench } from "./row";
import { smallTown, type SmallTown } from "./small-town";

const callers = 10;
const seconds = 4;

async function bareTransaction(pool: pg.Pool): Promise<void> {
  const client = await pool.connect();
  const words = "x".repeat(200);
  try {
    await client.query("begin");
    await client.query({ name: "one", text: "insert into bare_row (words) values ($1)", values: [words] });
    await client.query({ name: "one", text: "insert into bare_row (words) values ($1)", values: [words] });
    await client.query({ name: "one", text: "insert into bare_row (words) values ($1)", values: [words] });
    const id = 1 + Math.floor(Math.random() * 1000);
    await client.query({
      name: "two",
      text: "update bare_member set at = now() where id = $1",
      values: [id],
    });
    await client.query("commit");
  } finally {
    client.release();
  }
}

async function prepareBare(ownerUrl: string): Promise<pg.Pool> {
  const pool = new pg.Pool({ connectionString: ownerUrl, max: callers });
  // The cluster may be stopped before the last idle connection has said goodbye.
  pool.on("error", () => undefined);
  await pool.query(`create table bare_row (id bigserial primary key, words text);
    create table bare_member (id int primary key, at timestamptz);
    insert into bare_member select n, now() from generate_series(1, 1000) n`);
  return pool;
}

function changer(town: SmallTown): () => Promise<void> {
  const purpose = town.panel.document.purposes.find(
    ({ lawfulBasis, ask }) => lawfulBasis === "consent" && ask?.email,
  );
  if (purpose === undefined) throw new Error("This panel asks for no consent.");
  const change = async (
    ctx: Ctx,
    input: { member: SmallTown["members"][number]; given: boolean },
  ): Promise<Result<null>> => {
    await recordDecisions(ctx, {
      panel: town.panel,
      member: input.member,
      choices: [
        {
          purposeKey: purpose.key,
          channel: "email",
          decision: input.given ? "given" : "withdrawn",
          wording: purpose.ask?.email ?? "",
        },
      ],
      method: "web",
      noticeShownId: null,
    });
    return ok(null);
  };
  let turn = 0;
  return async () => {
    turn += 1;
    const member = town.members[turn % town.members.length];
    if (member === undefined) return;
    const { organisationId, id: panelId } = town.panel;
    const actor = { kind: "member", organisationId, panelId, memberId: member.id } as const;
    await runDecision(change, actor, { panel: town.panel, member, given: turn % 2 === 0 });
  };
}

/** A consent change with words, record, suppression, permission and ledger, against six bare round trips. */
export const consentChange: Bench = {
  name: "consent-change",
  run: async () => {
    const town = await smallTown("customer-voices", 1_000, callers);
    const bare = await prepareBare(town.ownerUrl);
    const change = changer(town);
    const rate = async (work: () => Promise<void>) => (await load(callers, seconds, work)).perSecond;
    const result = await alternating(
      3,
      () => rate(change),
      () => rate(() => bareTransaction(bare)),
    );
    await bare.end();
    await town.stop();
    return [
      {
        name: "consent change: words, record, suppression, permission, ledger",
        measured: `${result.measured.toFixed(0)}/s`,
        baseline: `${result.baseline.toFixed(0)}/s bare transaction, six round trips`,
        ratio: result.ratio,
        target: "≥ 0.5",
        met: result.ratio >= 0.5,
        method: `${callers} callers, those at the same time in one transaction, ${seconds} s each, three rounds in turn, medians; fsync on`,
      },
    ];
  },
};
