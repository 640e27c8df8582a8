import { beforeAll, describe, expect, it } from "vitest";
import { hashToken, newToken } from "@/lib/auth/secrets";
import { database } from "@/lib/db/client";
import { newId } from "@/lib/id";
import { openHold, openHolds } from "@/lib/ledger/hold";
import { verifyLedger } from "@/lib/ledger/verify";
import { recordComparison } from "@/lib/usecases/ledger/record-comparison";
import { recordRead } from "@/lib/usecases/ledger/record-read";
import { beginRecovery } from "@/lib/usecases/recovery/begin-recovery";
import { finishRecovery } from "@/lib/usecases/recovery/finish-recovery";
import { runRecovering } from "@/lib/usecases/recovery/run-recovering";
import { runUseCase } from "@/lib/usecases/run";
import { checkCode } from "@/lib/usecases/sign-in/check-code";
import { requestSignIn } from "@/lib/usecases/sign-in/request-sign-in";
import { sendSignInCode } from "@/lib/usecases/sign-in/send-sign-in-code";
import { startStaffSession } from "@/lib/usecases/sign-in/start-staff-session";
import { leavePanel } from "@/lib/usecases/membership/leave-panel";
import { useMailWorker } from "@/tests/messaging/mail-worker";
import { sql } from "@/tests/support/database";
import { staffAs } from "@/tests/support/dpo";
import { someone } from "@/tests/support/joining";
import { as, makeResidents, type Residents } from "@/tests/support/resident";
import { until } from "@/tests/support/until";

// An older copy of the database came back and nothing may be recorded: somebody must still be able to sign in and look.

const { held, sink, work } = useMailWorker();
let residents: Residents;
let organisationId: string;
const email = "keep-one@mail.example";

beforeAll(async () => {
  residents = await makeResidents("customer-voices", ["research"], ["keep-one", "two"]);
  ({ organisationId } = residents.panel);
  await runUseCase(recordRead, staffAs(residents, "dpo"), reading());
  await openHold(organisationId, "behind", { publishedSize: "9" });
});

const reading = () => ({
  ...{ organisationId, panelId: residents.panel.id, subjectRef: residents.members[0].subjectRef },
  view: "trail" as const,
});

const signInStaff = async (token: string) =>
  runUseCase(startStaffSession, someone, {
    ...{ staffId: residents.made.staffId, token, method: "openIdConnect" },
  });

const sessions = async (token: string) =>
  database().signInSession.count({ where: { tokenHash: hashToken(token) } });

const types = async () =>
  (await database().ledgerEntry.findMany({ where: { organisationId }, orderBy: { seq: "asc" } })).map(
    ({ eventType, actorKind, actorRef, subjectRef }) => ({ eventType, actorKind, actorRef, subjectRef }),
  );

const waiting = async () => database().waitingEntry.count({ where: { organisationId } });

describe("while a ledger is behind", () => {
  it("staff sign in, and that they did waits to be recorded", async () => {
    const [token, before] = [newToken(), await types()];
    expect(await signInStaff(token)).toEqual({ ok: true, value: null });
    expect(await sessions(token)).toBe(1);
    expect([await types(), await waiting()]).toEqual([before, 1]);
  });

  it("a member is sent their code by the real mail server, signs in with it, and can change nothing", async () => {
    await work();
    const [asked, opened] = [{ requestId: newId(), browserToken: newToken() }, newToken()];
    await runUseCase(requestSignIn, someone, { ...asked, panel: residents.panel, email });
    await runUseCase(
      sendSignInCode,
      { kind: "system", name: "signIn" },
      { requestId: asked.requestId, email },
    );
    const mail = await until("the code arrives", () =>
      sink.lines().find(({ what, recipient }) => what === "taken" && recipient === email),
    );
    const code =
      /(\d{4}) (\d{4})/u
        .exec(mail.content ?? "")
        ?.slice(1, 3)
        .join("") ?? "";
    const opening = { token: opened, replaces: null, method: "code" as const };
    const signedIn = await runUseCase(checkCode, someone, { ...asked, code, opening, proof: newToken() });
    expect(signedIn).toEqual({ ok: true, value: { outcome: "member" } });
    expect([await sessions(opened), await waiting()]).toEqual([1, 2]);
    const left = await runUseCase(leavePanel, as(residents, residents.members[0]), {
      ...{ panel: residents.panel, wording: "Leave.", reason: "" },
    });
    expect(left).toEqual({ ok: false, error: { code: "system.readOnly" } });
  });

  it("the officer reads a trail and compares what they hold; both wait, and so does another hold", async () => {
    const dpo = staffAs(residents, "dpo");
    expect(await runUseCase(recordRead, dpo, reading())).toMatchObject({ ok: true });
    const found = { outcome: "ahead", size: 9n, here: 1n } as const;
    const compared = await runUseCase(recordComparison, dpo, { panel: residents.panel, found });
    expect(compared).toMatchObject({ ok: true });
    await openHold(organisationId, "inconsistent", { size: "1" });
    expect(await waiting()).toBe(5);
  });

  it("what waits is taken away by the recovery alone", async () => {
    await expect(sql(held.appUrl, "DELETE FROM waiting_entry")).rejects.toMatchObject({ code: "RP001" });
    await expect(sql(held.appUrl, "UPDATE waiting_entry SET pieces = pieces")).rejects.toMatchObject({
      code: "42501",
    });
  });
});

describe("the recovery", () => {
  it("adds what waited, as it happened, and after it everybody signs in as before", async () => {
    const [first] = residents.members;
    await runRecovering(beginRecovery, { organisationId, reason: "restored", checkpoint: null, atLeast: 2 });
    expect(await waiting()).toBe(0);
    // Between its steps people come too.
    await signInStaff(newToken());
    expect(await waiting()).toBe(1);
    const counts = { publishedSize: 9n, stopsRepeated: 0, erasuresRepeated: 0 };
    expect(await runRecovering(finishRecovery, { organisationId, ...counts })).toMatchObject({ ok: true });
    const { staffId } = residents.made;
    const entries = (await types()).slice(1);
    expect(entries.map(({ eventType }) => eventType)).toEqual([
      ...["epoch.opened", "session.started", "session.started", "ledger.read", "checkpoint.compared"],
      ...["ledger.held", "session.started", "ledger.recovered", "ledger.released"],
    ]);
    expect(entries[1]).toMatchObject({ actorKind: "staff", actorRef: staffId, subjectRef: null });
    expect(entries[2]).toMatchObject({
      ...{ actorKind: "member", actorRef: first.subjectRef, subjectRef: first.subjectRef },
    });
    expect((await openHolds(organisationId)).map(({ reason }) => reason)).toEqual(["inconsistent"]);
    await signInStaff(newToken());
    expect((await types()).at(-1)).toMatchObject({ eventType: "session.started" });
    expect(await waiting()).toBe(0);
    expect(await verifyLedger(organisationId)).toMatchObject({ verdict: "intact" });
  });
});
