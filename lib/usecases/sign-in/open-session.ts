import { hashToken } from "@/lib/auth/secrets";
import { sessionIdleSeconds } from "@/lib/auth/session-cookie";
import { appendOrWait } from "@/lib/ledger/waiting";
import type { Actor } from "@/lib/policy/permission";
import type { Ctx } from "../context";

/** How somebody proved who they are. Stands in the trail. */
export type SignInMethod = "code" | "link" | "openIdConnect" | "demo";

export type Opening = {
  /** The fresh token for the browser's cookie. Only its hash is kept. */
  readonly token: string;
  /** The session this browser had before, which ends now: a session id never survives a sign-in. */
  readonly replaces?: string | null;
  readonly method: SignInMethod;
};

async function keepSession(
  ctx: Ctx,
  opening: Opening,
  owner: { organisationId: string; memberId?: string; staffId?: string },
): Promise<void> {
  if (opening.replaces) {
    await ctx.tx.signInSession.deleteMany({ where: { tokenHash: hashToken(opening.replaces) } });
  }
  const expiresAt = new Date(ctx.at.getTime() + sessionIdleSeconds * 1000);
  const moments = { createdAt: ctx.at, seenAt: ctx.at, expiresAt };
  await ctx.tx.signInSession.create({ data: { tokenHash: hashToken(opening.token), ...owner, ...moments } });
}

/** Whose session it is, as far as the session and its ledger entry need to know. */
export type MemberToSignIn = {
  readonly organisationId: string;
  readonly panelId: string;
  readonly id: string;
  readonly subjectRef: string;
};

/** Opens a member's session and says so in the trail, in the caller's transaction; while the ledger is behind, that waits. */
export async function openMemberSession(ctx: Ctx, member: MemberToSignIn, opening: Opening): Promise<void> {
  const { organisationId, panelId, id: memberId } = member;
  await keepSession(ctx, opening, { organisationId, memberId });
  const actor: Actor = { kind: "member", organisationId, panelId, memberId };
  await appendOrWait({ ...ctx, actor }, organisationId, {
    eventType: "session.started",
    panelId,
    subjectRef: member.subjectRef,
    effectiveAt: ctx.at,
    data: { audience: "member", method: opening.method },
  });
}

/** Opens a staff session and says so in the trail, in the caller's transaction; while the ledger is behind, that waits. */
export async function openStaffSession(
  ctx: Ctx,
  staff: { readonly id: string; readonly organisationId: string },
  opening: Opening,
): Promise<void> {
  const { organisationId, id: staffId } = staff;
  await keepSession(ctx, opening, { organisationId, staffId });
  const actor: Actor = { kind: "staff", organisationId, staffId, grants: [] };
  await appendOrWait({ ...ctx, actor }, organisationId, {
    eventType: "session.started",
    panelId: null,
    subjectRef: null,
    effectiveAt: ctx.at,
    data: { audience: "staff", method: opening.method },
  });
}
