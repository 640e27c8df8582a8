import { appendEntries } from "@/lib/ledger/append";
import type { LedgerEvent } from "@/lib/ledger/event";
import { attendancePurpose, mayNoteAttendance } from "@/lib/policy/attendance";
import { loadMemberFacts } from "@/lib/queries/member/load-member-facts";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import { ok, refuse, refuseFields, type Result } from "@/lib/result";
import type { AttendanceMarks } from "@/lib/schemas/attendance";
import { actingStaff } from "@/lib/usecases/activity/acting-staff";
import type { Ctx } from "@/lib/usecases/context";

type Input = { readonly panel: PanelView; readonly marks: AttendanceMarks };
type Outcome = "came" | "absent";
type Session = { readonly activityId: string; readonly purposeKey: string; readonly startsAt: Date };
type Invited = {
  readonly memberId: string;
  readonly subjectRef: string;
  readonly reference: string;
  readonly known: Outcome | null;
  /** Said yes to this session. */
  readonly expected: boolean;
};

async function lockSession(ctx: Ctx, { panel, marks }: Input): Promise<Session | null> {
  const rows = await ctx.tx.$queryRaw<Session[]>`
    SELECT s.activity_id::text AS "activityId", a.purpose_key AS "purposeKey", s.starts_at AS "startsAt"
    FROM activity_session s JOIN activity a ON a.organisation_id = s.organisation_id AND a.id = s.activity_id
    WHERE s.organisation_id = ${panel.organisationId}::uuid AND s.id = ${marks.sessionId}::uuid
      AND a.panel_id = ${panel.id}::uuid FOR UPDATE OF s`;
  return rows[0] ?? null;
}

/** Those of the form who were invited to this activity, with what is marked for them already; for "the rest", all who accepted. */
async function findInvited(ctx: Ctx, { panel, marks }: Input, session: Session): Promise<Invited[]> {
  const ids = [...marks.outcomes.keys()];
  return ctx.tx.$queryRaw<Invited[]>`
    SELECT m.id::text AS "memberId", m.subject_ref::text AS "subjectRef", m.reference, t.outcome::text AS known,
      r.answer IS NOT NULL AS expected
    FROM invitation i
    JOIN member m ON m.organisation_id = i.organisation_id AND m.id = i.member_id
    LEFT JOIN attendance t ON t.organisation_id = m.organisation_id AND t.member_id = m.id
      AND t.session_id = ${marks.sessionId}::uuid
    LEFT JOIN rsvp r ON r.organisation_id = i.organisation_id AND r.invitation_id = i.id
      AND r.session_id = ${marks.sessionId}::uuid AND r.answer = 'accepted'
    WHERE i.organisation_id = ${panel.organisationId}::uuid AND i.activity_id = ${session.activityId}::uuid
      AND m.state <> 'erased'
      AND (m.id = ANY(${ids}::uuid[]) OR m.reference = ${marks.alsoCame.toUpperCase()}
        OR ${marks.rest} AND r.answer IS NOT NULL)`;
}

/** Whose coming may be noted, by what they decided before now (lib/policy/attendance.ts). */
async function mayBeNoted(
  ctx: Ctx,
  panel: PanelView,
  people: readonly Invited[],
): Promise<ReadonlySet<string>> {
  const ids = people.map(({ memberId }) => memberId);
  if (attendancePurpose(panel.document) === null) return new Set(ids);
  const facts = await loadMemberFacts(panel.organisationId, ids, ctx.tx);
  const at = ctx.at.getTime();
  return new Set(ids.filter((id) => mayNoteAttendance(panel.document, facts.get(id)?.consents ?? [], at)));
}

/** Whether the form marks this very person; "everyone else came" names nobody. */
function isNamed(marks: AttendanceMarks, memberId: string, reference: string): boolean {
  return marks.outcomes.has(memberId) || reference === marks.alsoCame.toUpperCase();
}

function changesOf(invited: readonly Invited[], marks: AttendanceMarks) {
  const also = marks.alsoCame.toUpperCase();
  return invited.flatMap((person) => {
    const came = person.reference === also || (marks.rest && person.expected && person.known === null);
    const outcome = marks.outcomes.get(person.memberId) ?? (came ? "came" : undefined);
    return outcome === undefined || outcome === person.known ? [] : [{ ...person, outcome }];
  });
}

async function write(
  ctx: Ctx,
  input: Input,
  staffId: string,
  changes: ReturnType<typeof changesOf>,
): Promise<void> {
  await ctx.tx.$executeRaw`
    INSERT INTO attendance (organisation_id, session_id, member_id, outcome, marked_by, marked_at)
    SELECT ${input.panel.organisationId}::uuid, ${input.marks.sessionId}::uuid, c.member_id,
      c.outcome::attendance_outcome, ${staffId}::uuid, ${ctx.at}
    FROM unnest(${changes.map(({ memberId }) => memberId)}::uuid[], ${changes.map(({ outcome }) => outcome)}::text[])
      AS c(member_id, outcome)
    ON CONFLICT ON CONSTRAINT attendance_pkey
    DO UPDATE SET outcome = excluded.outcome, marked_by = excluded.marked_by, marked_at = excluded.marked_at`;
}

/**
 * Records who came to a session and who did not. Only people who were invited, only once the session has begun; what is
 * marked already and unchanged is left alone, so sending the form twice records nothing twice. Where the panel promised to
 * ask before noting who came, nobody is marked who did not say yes.
 */
export async function recordAttendance(
  ctx: Ctx,
  input: Input,
): Promise<Result<{ activityId: string; changed: number }>> {
  const { panel, marks } = input;
  const staffId = actingStaff(ctx, "attendance.mark", panel.id);
  const session = staffId === null ? null : await lockSession(ctx, input);
  if (staffId === null || session === null) return refuse("form.notPermitted");
  if (session.startsAt > ctx.at) return refuse("attendance.notYet");
  const invited = await findInvited(ctx, input, session);
  if (marks.alsoCame !== "" && !invited.some(({ reference }) => reference === marks.alsoCame.toUpperCase())) {
    return refuseFields({ alsoCame: [{ code: "alsoCame.notInvited" }] });
  }
  if (![...marks.outcomes.keys()].every((id) => invited.some(({ memberId }) => memberId === id))) {
    return refuse("form.notPermitted");
  }
  const noted = await mayBeNoted(ctx, panel, invited);
  const chosen = invited.find(
    ({ memberId, reference }) => !noted.has(memberId) && isNamed(marks, memberId, reference),
  );
  if (chosen !== undefined) return refuse("attendance.notAgreed", { reference: chosen.reference });
  const changes = changesOf(
    invited.filter(({ memberId }) => noted.has(memberId)),
    marks,
  );
  if (changes.length > 0) await write(ctx, input, staffId, changes);
  const events = changes.map(({ subjectRef, outcome }): LedgerEvent => ({
    eventType: "attendance.recorded",
    panelId: panel.id,
    subjectRef,
    purposeKey: attendancePurpose(panel.document)?.key ?? session.purposeKey,
    effectiveAt: ctx.at,
    data: { activityId: session.activityId, sessionId: marks.sessionId, outcome },
  }));
  await appendEntries(ctx, panel.organisationId, events);
  return ok({ activityId: session.activityId, changed: changes.length });
}
