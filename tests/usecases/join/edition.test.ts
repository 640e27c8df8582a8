import { describe, expect, it } from "vitest";
import { database } from "@/lib/db/client";
import { newId } from "@/lib/id";
import type { PolicyDocument } from "@/lib/policy/document";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import { confirmJoin } from "@/lib/usecases/join/confirm-join";
import { savePage } from "@/lib/usecases/join/save-page";
import { startJoin } from "@/lib/usecases/join/start-join";
import { submitJoin } from "@/lib/usecases/join/submit-join";
import { runUseCase } from "@/lib/usecases/run";
import { newToken } from "@/lib/auth/secrets";
import { arranged } from "@/tests/support/arranged";
import { useDatabase } from "@/tests/support/database";
import { dayFromToday } from "@/tests/support/day";
import { choicesOf, details, openPanel, sendDraft, someone } from "@/tests/support/joining";

useDatabase();
const at = (organisationId: string) => ({ where: { organisationId } });

/** Adds the Easy Read text to the version in force. */
async function withEasyRead(panel: PanelView): Promise<string> {
  const id = newId();
  const { organisationId, id: panelId, policyVersionId, privacyNoticeNumber: number } = panel;
  const data = {
    ...{ organisationId, id, panelId, policyVersionId, number },
    ...{
      language: "en",
      format: "easyRead",
      content: [],
      contentHash: "0".repeat(64),
      publishedAt: new Date(),
    },
  };
  await arranged((tx) => tx.privacyNotice.create({ data }));
  return id;
}

/** Joins as a browser would, having chosen which text of the notice to read. */
async function joinReading(panel: PanelView, edition: string) {
  const key = { panel, draftToken: newToken() };
  await runUseCase(startJoin, someone, { ...key, edition });
  await runUseCase(savePage, someone, { ...key, page: { details, choices: choicesOf(panel, "yes") } });
  await runUseCase(submitJoin, someone, key);
  const { id: joinRequestId } = await database().joinRequest.findFirstOrThrow(at(panel.organisationId));
  return { joinRequestId, confirm: () => runUseCase(confirmJoin, someone, { panel, joinRequestId }) };
}

describe("TR-4: who reads the notice in another format while joining", () => {
  it("has evidence that points to that text, in the record and in the trail", async () => {
    const { panel } = await openPanel("customer-voices");
    const easyRead = await withEasyRead(panel);
    const { confirm } = await joinReading(panel, "easy-read");
    expect(await confirm()).toMatchObject({ ok: true });
    const shown = await database().noticeShown.findFirstOrThrow(at(panel.organisationId));
    expect(shown).toMatchObject({ privacyNoticeId: easyRead, language: "en", format: "easyRead" });
    const records = await database().consentRecord.findMany(at(panel.organisationId));
    expect(records.length).toBeGreaterThan(0);
    expect(new Set(records.map(({ noticeShownId }) => noticeShownId))).toEqual(new Set([shown.id]));
    const entries = await database().ledgerEntry.findMany({
      ...at(panel.organisationId),
      orderBy: { seq: "asc" },
    });
    const said = entries.map(({ bytes }) => Buffer.from(bytes).toString());
    expect(said.filter((words) => words.includes('"notice.shown"')).join()).toContain(easyRead);
    expect(said.filter((words) => words.includes('"member.joined"')).join()).toContain(easyRead);
  });

  it.each(["", "standard", "cy", "no-such"])("with %j there is the standard text", async (edition) => {
    const { panel } = await openPanel("customer-voices");
    const { confirm } = await joinReading(panel, edition);
    expect(await confirm()).toMatchObject({ ok: true });
    const shown = await database().noticeShown.findFirstOrThrow(at(panel.organisationId));
    expect(shown).toMatchObject({ privacyNoticeId: panel.privacyNoticeId, format: "standard" });
  });

  it("is asked again when another version came into force", async () => {
    const { panel } = await openPanel("customer-voices");
    await withEasyRead(panel);
    const { joinRequestId } = await joinReading(panel, "easy-read");
    const newer = { ...panel, privacyNoticeId: newId(), privacyNoticeNumber: 2 };
    const result = await runUseCase(confirmJoin, someone, { panel: newer, joinRequestId });
    expect(result).toMatchObject({ error: { code: "join.noticeChanged" } });
  });
});

describe("SC-4: sensitive answers", () => {
  const ethnicity = { ethnicity: { value: "white", statement: null } };

  /** The policy document of the equality questions, to be reviewed by a day. */
  const reviewedBy = (reviewOn: string) => (document: PolicyDocument) => ({
    ...document,
    accountability: document.accountability.map((record) =>
      record.kind === "appropriatePolicyDocument" ? { ...record, reviewOn } : record,
    ),
  });

  it.each([
    ["kept while their policy document is in force", dayFromToday(1), 1],
    ["kept on its last day", dayFromToday(0), 1],
    ["not kept once it has run out, and nothing says they were", dayFromToday(-1), 0],
  ])("are %s", async (_name, reviewOn, kept) => {
    const { panel } = await openPanel("resident-panel", reviewedBy(reviewOn));
    const joinRequestId = await sendDraft(panel, { sensitive: ethnicity });
    expect(await runUseCase(confirmJoin, someone, { panel, joinRequestId })).toMatchObject({ ok: true });
    expect(await database().monitoringAnswer.count(at(panel.organisationId))).toBe(kept);
    const where = { organisationId: panel.organisationId, eventType: "monitoringAnswer.recorded" };
    expect(await database().ledgerEntry.count({ where })).toBe(kept);
  });
});
