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

/** What a mail about an activity does: asks for an answer, tells who is coming of a change, or tells that it is off. */
export type AboutInvitation = "asks" | "change" | "cancellation";

/** How an invitation stands when a mail about it is about to leave. */
export type InvitationStanding = {
  readonly notThis: boolean;
  /** `answered`: sent answers to a survey. */
  readonly answer: "accepted" | "declined" | "answered" | null;
};

/**
 * Why a mail that was queued is no longer for this person, or null when it still is. Nobody is reminded of what they
 * turned down or have answered; only who still comes is told of a change, and who said no is told nothing more.
 */
export function whyNoLonger(
  mail: AboutInvitation,
  { notThis, answer }: InvitationStanding,
): "invitation.notThis" | "invitation.answered" | null {
  if (notThis) return "invitation.notThis";
  if (mail === "asks") return answer === null ? null : "invitation.answered";
  if (mail === "change") return answer === "accepted" ? null : "invitation.answered";
  return answer === "declined" ? "invitation.answered" : null;
}
