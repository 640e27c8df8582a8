import { describe, expect, it } from "vitest";
import { hashToken, newToken } from "@/lib/auth/secrets";
import { database } from "@/lib/db/client";
import { newId } from "@/lib/id";
import { runUseCase } from "@/lib/usecases/run";
import { requestSignIn } from "@/lib/usecases/sign-in/request-sign-in";
import { sweep } from "@/lib/worker/sweep";
import { useDatabase } from "../support/database";
import "../support/environment";
import { fillDraft, openPanel, sendDraft, someone } from "../support/joining";

useDatabase();

const before = (minutes: number) => new Date(Date.now() - minutes * 60_000);
const day = 24 * 60;

describe("what is kept only until a moment is deleted after it, and not before", () => {
  it("a join that nobody confirmed, sent off or not, with all that was typed", async () => {
    const { panel } = await openPanel("customer-voices");
    const waiting = await sendDraft(panel);
    await sendDraft(panel);
    await fillDraft(panel);
    await sweep();
    const where = { organisationId: panel.organisationId };
    expect(await database().joinRequest.count({ where })).toBe(3);
    const ended = { createdAt: before(8 * day), expiresAt: before(1) };
    await database().joinRequest.updateMany({ where: { ...where, id: { not: waiting } }, data: ended });
    await sweep();
    const left = await database().joinRequest.findMany({ where, select: { id: true } });
    expect(left).toEqual([{ id: waiting }]);
  });

  it("a request to sign in, a day after its end; until then its page can say that it ended", async () => {
    const { panel } = await openPanel("customer-voices");
    const [fresh, old] = [newId(), newId()];
    for (const requestId of [fresh, old]) {
      const asked = { requestId, panel, email: "one@mail.example", browserToken: newToken() };
      await runUseCase(requestSignIn, someone, asked);
    }
    const endedBefore = (id: string, minutes: number) =>
      database().signInRequest.update({
        where: { id },
        data: { createdAt: before(minutes + 10), expiresAt: before(minutes) },
      });
    await endedBefore(fresh, day - 5);
    await endedBefore(old, day + 5);
    await sweep();
    const left = await database().signInRequest.findMany({ where: { id: { in: [fresh, old] } } });
    expect(left.map(({ id }) => id)).toEqual([fresh]);
  });

  it("a session whose time is over", async () => {
    const { made } = await openPanel("customer-voices");
    const session = (expiresAt: Date) => ({
      ...{ tokenHash: hashToken(newToken()), staffId: made.staffId, expiresAt },
      ...{ createdAt: before(60), seenAt: before(40) },
    });
    const [open, over] = [session(new Date(Date.now() + 600_000)), session(before(1))];
    await database().signInSession.createMany({ data: [open, over] });
    await sweep();
    const left = await database().signInSession.findMany({ where: { staffId: made.staffId } });
    expect(left.map(({ tokenHash }) => tokenHash)).toEqual([open.tokenHash]);
  });
});
