import { describe, expect, it } from "vitest";
import { database } from "@/lib/db/client";
import { confirmJoin } from "@/lib/usecases/join/confirm-join";
import { reopenJoin } from "@/lib/usecases/join/reopen-join";
import { savePage } from "@/lib/usecases/join/save-page";
import { startJoin } from "@/lib/usecases/join/start-join";
import { submitJoin } from "@/lib/usecases/join/submit-join";
import { runUseCase } from "@/lib/usecases/run";
import { useDatabase } from "@/tests/support/database";
import { details, fillDraft, openPanel, sendDraft, someone } from "@/tests/support/joining";

useDatabase();

const mails = (organisationId: string) =>
  database().delivery.findMany({ where: { organisationId }, orderBy: { queuedAt: "asc" } });

describe("sending the draft", () => {
  it("touches no member before the press in the mail", async () => {
    const { panel } = await openPanel("customer-voices");
    await sendDraft(panel);
    expect(await database().member.count({ where: { organisationId: panel.organisationId } })).toBe(0);
    expect(await database().contactPoint.count({ where: { organisationId: panel.organisationId } })).toBe(0);
  });

  it("sends one mail, however often the button is pressed", async () => {
    const { panel } = await openPanel("customer-voices");
    const key = await fillDraft(panel);
    const results = await Promise.all([1, 2, 3].map(() => runUseCase(submitJoin, someone, key)));
    expect(results.every(({ ok }) => ok)).toBe(true);
    expect(await mails(panel.organisationId)).toHaveLength(1);
  });

  it("answers the same for an address that is known, and sends that person another mail", async () => {
    const { panel } = await openPanel("customer-voices");
    const joinRequestId = await sendDraft(panel);
    await runUseCase(confirmJoin, someone, { panel, joinRequestId });
    const unknown = await runUseCase(
      submitJoin,
      someone,
      await fillDraft(panel, { details: { ...details, email: "new@mail.example" } }),
    );
    const known = await runUseCase(submitJoin, someone, await fillDraft(panel));
    expect(known).toEqual(unknown);
    const member = await database().member.findFirstOrThrow({
      where: { organisationId: panel.organisationId },
    });
    const last = (await mails(panel.organisationId)).slice(-2);
    expect(last).toMatchObject([
      { template: "confirm-address", memberId: null },
      { template: "already-member", memberId: member.id },
    ]);
  });

  it("lets two people of one household share an address, and nobody join twice", async () => {
    const { panel } = await openPanel("customer-voices");
    const confirm = async (pages: Parameters<typeof sendDraft>[1]) => {
      const joinRequestId = await sendDraft(panel, pages);
      return runUseCase(confirmJoin, someone, { panel, joinRequestId });
    };
    expect(await confirm({})).toMatchObject({ value: { outcome: "joined" } });
    expect(await confirm({ details: { ...details, givenName: "Alex" } })).toMatchObject({
      value: { outcome: "joined" },
    });
    expect(await confirm({ details: { ...details, givenName: "SAM" } })).toMatchObject({
      value: { outcome: "already" },
    });
    expect(await database().member.count({ where: { organisationId: panel.organisationId } })).toBe(2);
  });

  it("refuses a draft whose new phone number opened choices that were never made", async () => {
    const { panel } = await openPanel("customer-voices");
    const key = await fillDraft(panel, { choices: [] });
    const result = await runUseCase(submitJoin, someone, key);
    expect(result).toMatchObject({ ok: false, error: { code: "join.incomplete" } });
  });

  it("keeps the answers when the draft is taken back, and sends again to the new address", async () => {
    const { panel } = await openPanel("customer-voices");
    const key = await fillDraft(panel);
    await runUseCase(submitJoin, someone, key);
    expect(await runUseCase(reopenJoin, someone, key)).toMatchObject({ ok: true });
    const page = { details: { ...details, email: "right@mail.example" } };
    expect(await runUseCase(savePage, someone, { ...key, page })).toMatchObject({ ok: true });
    expect(await runUseCase(submitJoin, someone, key)).toMatchObject({ ok: true });
    expect(await mails(panel.organisationId)).toHaveLength(2);
  });
});

describe("a draft", () => {
  it("goes on where it was when somebody begins twice in one browser", async () => {
    const { panel } = await openPanel("customer-voices");
    const key = await fillDraft(panel);
    await runUseCase(startJoin, someone, key);
    const [draft, ...others] = await database().joinRequest.findMany({
      where: { organisationId: panel.organisationId },
    });
    expect(others).toEqual([]);
    expect(draft?.answers).toHaveProperty("details.givenName", "Sam");
  });

  it("cannot be written once it was sent", async () => {
    const { panel } = await openPanel("customer-voices");
    const key = await fillDraft(panel);
    await runUseCase(submitJoin, someone, key);
    const result = await runUseCase(savePage, someone, { ...key, page: { details } });
    expect(result).toMatchObject({ ok: false, error: { code: "join.alreadySent" } });
  });

  it("belongs to the browser that began it", async () => {
    const { panel } = await openPanel("customer-voices");
    await fillDraft(panel);
    const result = await runUseCase(savePage, someone, { panel, draftToken: "another", page: { details } });
    expect(result).toMatchObject({ ok: false, error: { code: "join.draftEnded" } });
  });
});
