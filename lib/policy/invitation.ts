// An invitation can be answered, and the answer changed, until its session starts; a full session takes no more
// acceptances, and "not this one" ends only this one.

export type InvitationState = {
  readonly activity: "draft" | "open" | "closed" | "cancelled";
  readonly notThis: boolean;
  readonly answer: "accepted" | "declined" | null;
};

export type SessionState = {
  /** Epoch ms, UTC. */
  readonly startsAt: number;
  readonly capacity: number;
  /** Acceptances of other people for this session. */
  readonly acceptedByOthers: number;
};

export type AnswerRefusal =
  "invitation.notOpen" | "invitation.cancelled" | "invitation.sessionStarted" | "invitation.sessionFull";

export type AnswerDecision =
  { readonly ok: true; readonly changes: boolean } | { readonly ok: false; readonly code: AnswerRefusal };

/**
 * Whether an answer may be recorded at an instant (epoch ms). Accepting again after "not this one" or a "no" is
 * allowed while there is room. `changes` is false when the answer is the one already given: pressing twice is harmless.
 */
export function mayAnswer(
  invitation: InvitationState,
  session: SessionState,
  answer: "accepted" | "declined",
  at: number,
): AnswerDecision {
  if (invitation.activity === "cancelled") return { ok: false, code: "invitation.cancelled" };
  if (invitation.activity !== "open") return { ok: false, code: "invitation.notOpen" };
  if (!(at < session.startsAt)) return { ok: false, code: "invitation.sessionStarted" };
  if (invitation.answer === answer && !invitation.notThis) return { ok: true, changes: false };
  if (answer === "accepted" && placesLeft(session) < 1) return { ok: false, code: "invitation.sessionFull" };
  return { ok: true, changes: true };
}

/** Places still free in a session; never below none. */
export function placesLeft(session: Pick<SessionState, "capacity" | "acceptedByOthers">): number {
  return Math.max(0, session.capacity - session.acceptedByOthers);
}

/** Whether a reminder may be written for an invitation: open, unanswered, not turned down, not yet reminded. */
export function mayRemind(
  invitation: InvitationState & { readonly reminded: boolean },
  session: Pick<SessionState, "startsAt">,
  at: number,
): boolean {
  const open = invitation.activity === "open" && at < session.startsAt;
  return open && invitation.answer === null && !invitation.notThis && !invitation.reminded;
}
