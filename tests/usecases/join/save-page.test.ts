import { describe, expect, it } from "vitest";
import { newToken } from "@/lib/auth/secrets";
import { database } from "@/lib/db/client";
import { savePage } from "@/lib/usecases/join/save-page";
import { submitJoin } from "@/lib/usecases/join/submit-join";
import { runUseCase } from "@/lib/usecases/run";
import { useDatabase } from "@/tests/support/database";
import { choicesOf, details, fillDraft, openPanel, someone } from "@/tests/support/joining";

useDatabase();

async function draftRow(organisationId: string) {
  return database().joinRequest.findFirstOrThrow({ where: { organisationId } });
}

describe("a page of joining", () => {
  it("is kept beside the pages before it", async () => {
    const { panel } = await openPanel("customer-voices");
    const key = await fillDraft(panel);
    const questions = { area: "Glasgow" };
    expect((await runUseCase(savePage, someone, { ...key, page: { questions } })).ok).toBe(true);
    const { answers } = await draftRow(panel.organisationId);
    expect(answers).toEqual({ details, choices: choicesOf(panel, "yes"), questions });
  });

  it("with choices says when they were shown; another page does not", async () => {
    const { panel } = await openPanel("customer-voices");
    const key = await fillDraft(panel);
    const { choicesShownAt } = await draftRow(panel.organisationId);
    expect(choicesShownAt).not.toBeNull();
    await runUseCase(savePage, someone, { ...key, page: { details } });
    expect((await draftRow(panel.organisationId)).choicesShownAt).toEqual(choicesShownAt);
  });

  it("of two sent at once takes nothing from the other", async () => {
    const { panel } = await openPanel("customer-voices");
    const key = await fillDraft(panel, { choices: [] });
    await Promise.all([
      runUseCase(savePage, someone, { ...key, page: { questions: { area: "Glasgow" } } }),
      runUseCase(savePage, someone, { ...key, page: { sensitive: {} } }),
    ]);
    const { answers } = await draftRow(panel.organisationId);
    expect(answers).toEqual({ details, choices: [], questions: { area: "Glasgow" }, sensitive: {} });
  });

  it.each([
    ["that was sent", "join.alreadySent"],
    ["of another browser", "join.draftEnded"],
    ["of another panel", "join.draftEnded"],
    ["whose time is over", "join.draftEnded"],
    ["whose panel has another policy by now", "panel.changed"],
    ["whose panel has another notice by now", "panel.changed"],
  ])("is refused for a draft %s, and changes nothing", async (what, code) => {
    const { panel } = await openPanel("customer-voices");
    const key = await fillDraft(panel);
    if (what === "that was sent") await runUseCase(submitJoin, someone, key);
    if (what === "whose time is over")
      await database().joinRequest.updateMany({ data: { createdAt: new Date(0), expiresAt: new Date(1) } });
    const other = {
      ...key,
      ...(what === "of another browser" ? { draftToken: newToken() } : {}),
      ...(what === "of another panel" ? { panel: { ...panel, id: panel.policyVersionId } } : {}),
      ...(what.includes("another policy") ? { panel: { ...panel, policyVersionId: panel.id } } : {}),
      ...(what.includes("another notice") ? { panel: { ...panel, privacyNoticeId: panel.id } } : {}),
    };
    const before = await draftRow(panel.organisationId);
    const page = { questions: { area: "Glasgow" } };
    expect(await runUseCase(savePage, someone, { ...other, page })).toEqual({ ok: false, error: { code } });
    expect((await draftRow(panel.organisationId)).answers).toEqual(before.answers);
  });
});
