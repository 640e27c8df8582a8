import { now } from "@/lib/clock";
import { statement, type Tx } from "@/lib/db/transaction";
import { changedRules, shortenedRules, type Due, type Standing } from "@/lib/policy/disposal";
import { suspensionOf, type StoredSuspension } from "@/lib/policy/legal-hold";
import { isRestricted } from "@/lib/policy/restriction";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import { earlierDocuments } from "../policy/earlier-documents";

/** One retention item that is due. */
export type StoredDue = Due & { readonly id: string };

/** Somebody about whom something is due. */
export type PersonDue = {
  readonly memberId: string;
  readonly subjectRef: string;
  readonly standing: Standing;
  readonly items: readonly StoredDue[];
};

type Row = StoredDue &
  Parameters<typeof isRestricted>[0] & {
    readonly memberId: string;
    readonly subjectRef: string;
    readonly inForce: boolean;
    readonly suspendedBy: StoredSuspension | null;
  };

const columns = `i.id, i.member_id AS "memberId", m.subject_ref AS "subjectRef", i.rule_key AS "ruleKey",
  i.triggered_on::text AS "triggeredOn", i.action::text AS action, m.state IN ('applicant', 'member') AS "inForce",
  m.restricted_at AS "restrictedAt", m.restriction_lifts_at AS "restrictionLiftsAt",
  deletion_suspended_by($1, $2, m.id) AS "suspendedBy"`;
const open = `FROM retention_item i JOIN member m ON m.organisation_id = i.organisation_id AND m.id = i.member_id`;
const where = `WHERE i.organisation_id = $1 AND i.panel_id = $2 AND i.settled_at IS NULL
  AND ($4::uuid IS NULL OR i.member_id = $4)`;
const order = "ORDER BY m.subject_ref, i.id";

const asPromised = {
  name: "disposal-due",
  text: `SELECT ${columns}, i.due_on::text AS "dueOn" ${open} ${where} AND i.due_on <= $3::date ${order}`,
};

/** The same, where a rule was shortened since: the day that the shorter promise gives, which PostgreSQL clamps as we do. */
const sooner = "least(i.due_on, (i.triggered_on + s.period::interval)::date)";
const asShortened = {
  name: "disposal-due-shortened",
  text: `SELECT ${columns}, ${sooner}::text AS "dueOn" ${open}
    LEFT JOIN unnest($5::text[], $6::text[]) AS s (key, period) ON s.key = i.rule_key
    ${where} AND ${sooner} <= $3::date ${order}`,
};

type History = {
  readonly shortened: ReturnType<typeof shortenedRules>;
  readonly changed: ReturnType<typeof changedRules>;
};

/** What was found of a document stays true: versions are immutable, and a run asks of the same for each of its people. */
const known = new WeakMap<PanelView["document"], History>();

async function historyOf(tx: Tx, panel: PanelView): Promise<History> {
  const found = known.get(panel.document);
  if (found !== undefined) return found;
  const { document } = panel;
  const earlier = await earlierDocuments(tx, panel);
  const history = { shortened: shortenedRules(document, earlier), changed: changedRules(document, earlier) };
  known.set(document, history);
  return history;
}

/**
 * Besides what suspends any deletion: who asked for a restriction, on whichever ground, is in no run (UK GDPR 18(2); law.md
 * RR-10, I11). Only their own wish to be erased goes before it.
 */
function standingOf(row: Row): Standing {
  const suspendedBy = suspensionOf(row.suspendedBy) ?? (isRestricted(row, now()) ? "restriction" : null);
  return { inForce: row.inForce, suspendedBy };
}

/**
 * Everything due on a panel as of a day (civil, Europe/London), person by person in the order of their references; about
 * one member only, when that is asked. The shorter of what was and what is promised counts (law.md RT-1).
 */
export async function findDue(
  tx: Tx,
  panel: PanelView,
  asOf: string,
  memberId: string | null = null,
): Promise<readonly PersonDue[]> {
  const { shortened, changed } = await historyOf(tx, panel);
  const values = [panel.organisationId, panel.id, asOf, memberId];
  const rows =
    shortened.length === 0
      ? await statement<Row>(tx, asPromised, values)
      : await statement<Row>(tx, asShortened, [
          ...values,
          shortened.map(({ key }) => key),
          shortened.map(({ period }) => period),
        ]);
  return [...Map.groupBy(rows, ({ subjectRef }) => subjectRef)].flatMap(([subjectRef, own]) => {
    const [first] = own;
    if (first === undefined) return [];
    const items = own.map(({ id, ruleKey, triggeredOn, dueOn, action }) => {
      return { id, ruleKey, triggeredOn, dueOn, action, changed: changed.get(ruleKey) ?? null };
    });
    return [{ memberId: first.memberId, subjectRef, standing: standingOf(first), items }];
  });
}

const today = {
  name: "disposal-today",
  text: `SELECT (clock_timestamp() AT TIME ZONE 'Europe/London')::date::text AS day`,
};

/** Today in London by the database's clock: what is due does not depend on which machine asks (reliability.md, case 42). */
export async function databaseDay(tx: Tx): Promise<string> {
  const [row] = await statement<{ day: string }>(tx, today, []);
  if (row === undefined) throw new Error("The database did not say which day it is");
  return row.day;
}
