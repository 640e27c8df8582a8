import pg from "pg";
import { ok, type Result } from "@/lib/result";
import { recordDecisions } from "@/lib/usecases/consent/record-decisions";
import { runDecision } from "@/lib/usecases/consent/run-decision";
import type { Ctx } from "@/lib/usecases/context";
import { alternating, load, type Bench, type Row } from "./row";
import { smallTown, type SmallTown } from "./small-town";

/** How many at once: as many as a busy web process serves (the target's), a quiet hour's, and one alone. */
const crowds = [32, 10, 1];
const [most = 1] = crowds;
/** Short rounds in turn, so that whatever else the machine does falls on both. */
const rounds = 8;
const seconds = 1.5;

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
  const pool = new pg.Pool({ connectionString: ownerUrl, max: most });
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

async function row(callers: number, change: () => Promise<void>, bare: pg.Pool): Promise<Row> {
  const rate = async (work: () => Promise<void>) => (await load(callers, seconds, work)).perSecond;
  const { measured, baseline, ratio } = await alternating(
    rounds,
    () => rate(change),
    () => rate(() => bareTransaction(bare)),
  );
  const judged = callers === most;
  return {
    name: `consent change, ${callers} at once: words, record, suppression, permission, ledger`,
    measured: `${measured.toFixed(0)}/s`,
    baseline: `${baseline.toFixed(0)}/s bare transaction, six round trips`,
    ratio,
    target: judged ? "≥ 0.5" : "to compare",
    met: !judged || ratio >= 0.5,
    method: `${callers} callers, those at the same time in one transaction, ${seconds} s each, ${rounds} rounds in turn, medians; fsync on`,
  };
}

/** A consent change with words, record, suppression, permission and ledger, against six bare round trips. */
export const consentChange: Bench = {
  name: "consent-change",
  run: async () => {
    const town = await smallTown("customer-voices", 3_000, most);
    const bare = await prepareBare(town.ownerUrl);
    const change = changer(town);
    await load(most, 2 * seconds, change);
    const rows: Row[] = [];
    for (const callers of crowds) rows.push(await row(callers, change, bare));
    await bare.end();
    await town.stop();
    return rows;
  },
};
