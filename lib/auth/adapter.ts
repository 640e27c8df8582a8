import type { Adapter, AdapterSession, AdapterUser } from "next-auth/adapters";
import { now } from "@/lib/clock";
import { database } from "@/lib/db/client";
import { startStaffSession } from "@/lib/usecases/sign-in/start-staff-session";
import { runUseCase } from "@/lib/usecases/run";
import { readPrincipal, writePrincipal, type Principal } from "./principal";
import { hashToken } from "./secrets";
import { sessionAbsoluteSeconds } from "./session-cookie";

// next-auth's view of our sessions. It reads, prolongs and ends them, and makes them for staff who come from the
// organisation's OpenID Connect provider. Sign-in by code makes its own (docs/decisions/0003-sign-in.md).

/** next-auth wants an address; nothing here needs one, so it gets none. */
function asUser(principal: Principal): AdapterUser {
  return { id: writePrincipal(principal), email: "", emailVerified: null };
}

type Row = {
  organisationId: string | null;
  memberId: string | null;
  staffId: string | null;
  expiresAt: Date;
};

function principalOf(row: Row): Principal | null {
  if (row.staffId !== null) return { kind: "staff", staffId: row.staffId };
  if (row.memberId === null || row.organisationId === null) return null;
  return { kind: "member", organisationId: row.organisationId, memberId: row.memberId };
}

async function readSession(sessionToken: string) {
  const row = await database().signInSession.findUnique({ where: { tokenHash: hashToken(sessionToken) } });
  const principal = row === null ? null : principalOf(row);
  if (row === null || principal === null || row.expiresAt <= now()) return null;
  const user = asUser(principal);
  return { user, session: { sessionToken, userId: user.id, expires: row.expiresAt } };
}

/** Prolongs a session that is used, but never past its absolute end. */
async function prolong({
  sessionToken,
  expires,
}: Partial<AdapterSession> & Pick<AdapterSession, "sessionToken">) {
  if (expires === undefined) return null;
  await database().$executeRaw`
    UPDATE sign_in_session SET seen_at = ${now()},
      expires_at = least(${expires}::timestamptz, created_at + make_interval(secs => ${sessionAbsoluteSeconds}))
    WHERE token_hash = ${hashToken(sessionToken)}`;
  return null;
}

async function userByAccount({
  provider,
  providerAccountId,
}: {
  provider: string;
  providerAccountId: string;
}) {
  const account = await database().staffAccount.findUnique({
    where: { provider_providerAccountId: { provider, providerAccountId } },
    select: { staff: { select: { id: true, endedAt: true } } },
  });
  return account === null || account.staff.endedAt !== null
    ? null
    : asUser({ kind: "staff", staffId: account.staff.id });
}

async function startSession(session: AdapterSession): Promise<AdapterSession> {
  const principal = readPrincipal(session.userId);
  if (principal?.kind !== "staff") throw new Error("Only staff sign in through the provider");
  const started = await runUseCase(
    startStaffSession,
    { kind: "anonymous" },
    { staffId: principal.staffId, token: session.sessionToken, method: "openIdConnect" },
  );
  if (!started.ok) throw new Error(started.error.code);
  return session;
}

/** The adapter over `sign_in_session` and `staff_account`. */
export function sessionAdapter(): Adapter {
  return {
    getSessionAndUser: readSession,
    updateSession: prolong,
    createSession: startSession,
    getUserByAccount: userByAccount,
    deleteSession: async (sessionToken) => {
      await database().signInSession.deleteMany({ where: { tokenHash: hashToken(sessionToken) } });
    },
    // Accounts are linked in the signIn callback, and only to staff we know: nobody is created by signing in.
    getUserByEmail: () => null,
    getUser: () => null,
    createUser: () => {
      throw new Error("Staff are added by an administrator, never by signing in");
    },
  };
}
