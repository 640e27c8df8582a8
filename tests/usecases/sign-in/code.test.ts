import { describe, expect, it } from "vitest";
import { hashSignInCode, hashToken, newToken } from "@/lib/auth/secrets";
import { database, pool } from "@/lib/db/client";
import { newId } from "@/lib/id";
import { runUseCase } from "@/lib/usecases/run";
import { checkCode } from "@/lib/usecases/sign-in/check-code";
import { choosePerson } from "@/lib/usecases/sign-in/choose-person";
import { requestSignIn } from "@/lib/usecases/sign-in/request-sign-in";
import { sendSignInCode } from "@/lib/usecases/sign-in/send-sign-in-code";
import { sql, useDatabase } from "@/tests/support/database";
import { openPanel, someone } from "@/tests/support/joining";
import { makeMembers } from "@/tests/support/panel";

const held = useDatabase();
const code = "12345678";

async function panelWith(...emails: string[]) {
  const { panel, made } = await openPanel("customer-voices");
  const client = await pool().connect();
  try {
    return { panel, members: await makeMembers(client, made, { emails, purposes: [] }) };
  } finally {
    client.release();
  }
}

type Panel = Awaited<ReturnType<typeof panelWith>>["panel"];

/** Asks for a code, and writes its hash as the worker does when it renders the mail. */
async function ask(panel: Panel, email: string) {
  const asked = { requestId: newId(), browserToken: newToken() };
  await runUseCase(requestSignIn, someone, { ...asked, panel, email });
  await runUseCase(sendSignInCode, { kind: "system", name: "signIn" }, { requestId: asked.requestId, email });
  await database().signInRequest.update({
    where: { id: asked.requestId },
    data: { codeHash: hashSignInCode(asked.requestId, code) },
  });
  return asked;
}

function attempt(
  asked: { requestId: string; browserToken: string | null },
  typed = code,
  replaces: string | null = null,
) {
  const opening = { token: newToken(), replaces, method: "code" as const };
  const tried = { ...asked, code: typed, opening, proof: newToken() };
  return runUseCase(checkCode, someone, tried).then((result) => ({ ...tried, result }));
}

const signedIn = { ok: true, value: { outcome: "member" } };
const ended = { ok: true, value: { outcome: "ended" } };

describe("a sign-in code", () => {
  it("opens a session and says so in the trail, in one transaction", async () => {
    const { panel, members } = await panelWith("one");
    const { result, opening } = await attempt(await ask(panel, "one@mail.example"));
    expect(result).toEqual(signedIn);
    const session = await database().signInSession.findUniqueOrThrow({
      where: { tokenHash: hashToken(opening.token) },
    });
    expect(session).toMatchObject({ memberId: members[0]?.id, staffId: null });
    const entry = await database().ledgerEntry.findFirstOrThrow({
      where: { organisationId: panel.organisationId, eventType: "session.started" },
    });
    expect(entry).toMatchObject({ subjectRef: members[0]?.subjectRef, actorKind: "member" });
  });

  it("works once", async () => {
    const { panel } = await panelWith("one");
    const asked = await ask(panel, "one@mail.example");
    const results = await Promise.all([attempt(asked), attempt(asked)]);
    expect(results.filter(({ result }) => result.ok && result.value.outcome === "member")).toHaveLength(1);
    expect((await attempt(asked)).result).toEqual(ended);
  });

  it("ends after five wrong tries, each counted although it was refused", async () => {
    const { panel } = await panelWith("one");
    const asked = await ask(panel, "one@mail.example");
    for (const triesLeft of [4, 3, 2, 1]) {
      expect((await attempt(asked, "00000000")).result).toEqual({
        ok: true,
        value: { outcome: "wrong", triesLeft },
      });
    }
    expect((await attempt(asked, "00000000")).result).toEqual(ended);
    expect((await attempt(asked)).result).toEqual(ended);
  });

  it("works on the fifth try", async () => {
    const { panel } = await panelWith("one");
    const asked = await ask(panel, "one@mail.example");
    for (let wrong = 0; wrong < 4; wrong += 1) await attempt(asked, "00000000");
    expect((await attempt(asked)).result).toEqual(signedIn);
  });

  it("ends after ten minutes", async () => {
    const { panel } = await panelWith("one");
    const asked = await ask(panel, "one@mail.example");
    const [row] = await sql<{ minutes: number }>(
      held.appUrl,
      "SELECT extract(epoch FROM expires_at - created_at)::int / 60 AS minutes FROM sign_in_request WHERE id = $1",
      [asked.requestId],
    );
    expect(row?.minutes).toBe(10);
    await sql(
      held.appUrl,
      "UPDATE sign_in_request SET created_at = now() - interval '11 minutes', expires_at = now() - interval '1 minute' WHERE id = $1",
      [asked.requestId],
    );
    expect((await attempt(asked)).result).toEqual(ended);
  });

  it("belongs to the browser that asked, unless the mail's own link stands in for it", async () => {
    const { panel } = await panelWith("one");
    const asked = await ask(panel, "one@mail.example");
    expect((await attempt({ ...asked, browserToken: newToken() })).result).toEqual(ended);
    expect((await attempt({ ...asked, browserToken: null })).result).toEqual(signedIn);
  });

  it("is void once a newer one was asked for", async () => {
    const { panel } = await panelWith("one");
    const older = await ask(panel, "one@mail.example");
    const newer = await ask(panel, "one@mail.example");
    expect((await attempt(older)).result).toEqual(ended);
    expect((await attempt(newer)).result).toEqual(signedIn);
  });

  it("never works for an address that nobody has, and no mail goes there", async () => {
    const { panel } = await panelWith("one");
    const asked = await ask(panel, "stranger@mail.example");
    expect((await attempt(asked)).result).toEqual(ended);
    expect(await database().delivery.count({ where: { organisationId: panel.organisationId } })).toBe(0);
  });

  it("leaves the same trace for a known and an unknown address", async () => {
    const { panel } = await panelWith("one");
    const [known, unknown] = [
      await ask(panel, "one@mail.example"),
      await ask(panel, "stranger@mail.example"),
    ];
    const rows = await database().signInRequest.findMany({
      where: { id: { in: [known.requestId, unknown.requestId] } },
      select: { audience: true, panelId: true, organisationId: true, attempts: true, consumedAt: true },
    });
    expect(rows[0]).toEqual(rows[1]);
  });

  it("gives a new session and ends the one this browser had", async () => {
    const { panel } = await panelWith("one");
    const first = await attempt(await ask(panel, "one@mail.example"));
    const second = await attempt(await ask(panel, "one@mail.example"), code, first.opening.token);
    const sessions = await database().signInSession.findMany({
      where: { organisationId: panel.organisationId },
    });
    expect(sessions.map(({ tokenHash }) => tokenHash)).toEqual([hashToken(second.opening.token)]);
  });

  it("does not open the page of somebody who was erased", async () => {
    const { panel, members } = await panelWith("one");
    const asked = await ask(panel, "one@mail.example");
    await sql(held.ownerUrl, "UPDATE member SET state = 'erased' WHERE id = $1", [members[0]?.id]);
    expect((await attempt(asked)).result).toEqual(ended);
  });
});

describe("an address that two people share", () => {
  it("asks who it is; the code is spent, and only this browser may say", async () => {
    const { panel, members } = await panelWith("two", "two");
    const asked = await ask(panel, "two@mail.example");
    const { result, proof } = await attempt(asked);
    expect(result).toEqual({ ok: true, value: { outcome: "choose" } });
    expect((await attempt(asked)).result).toEqual(ended);
    const choose = (browserToken: string, memberId = members[1]?.id ?? "") =>
      runUseCase(choosePerson, someone, {
        requestId: asked.requestId,
        browserToken,
        memberId,
        opening: { token: newToken(), method: "code" },
      });
    const refused = { ok: false, error: { code: "signIn.ended" } };
    expect(await choose(asked.browserToken)).toMatchObject(refused);
    expect(await choose(proof, newId())).toMatchObject(refused);
    expect(await choose(proof)).toEqual({ ok: true, value: null });
    expect(await choose(proof)).toMatchObject(refused);
    const session = await database().signInSession.findFirstOrThrow({
      where: { organisationId: panel.organisationId },
    });
    expect(session.memberId).toBe(members[1]?.id);
  });
});
