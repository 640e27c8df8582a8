import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readConfig } from "@/lib/config/config";
import { database } from "@/lib/db/client";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import { confirmJoin } from "@/lib/usecases/join/confirm-join";
import { eraseMember } from "@/lib/usecases/membership/erase-member";
import { runUseCase } from "@/lib/usecases/run";
import { useDatabase } from "@/tests/support/database";
import { staffAs } from "@/tests/support/dpo";
import { details, openPanel, sendDraft, someone } from "@/tests/support/joining";

useDatabase();
const journals = mkdtempSync(path.join(tmpdir(), "erase-household-"));
let panel: PanelView;

const named = (givenName: string) => ({ details: { ...details, givenName } });
const requestsLeft = (id: string) => database().joinRequest.count({ where: { id } });
const mailsOf = (joinRequestId: string) =>
  database().delivery.findMany({
    where: { joinRequestId },
    select: { template: true, state: true, memberId: true, contactPointId: true },
  });

async function eraseSam(): Promise<void> {
  const { organisationId } = panel;
  const { id: memberId } = await database().member.findFirstOrThrow({
    where: { organisationId, givenName: "Sam" },
  });
  const input = { panel, memberId, reasonCode: "consentWithdrawn" as const };
  expect(await runUseCase(eraseMember, staffAs({ panel }, "dpo"), input)).toMatchObject({ ok: true });
}

beforeAll(() => void Object.assign(readConfig(), { journalDir: journals }));
afterAll(() => rmSync(journals, { recursive: true }));

describe("erasing one of two who share an address", () => {
  it("leaves what the other has sent off, who can still join, and takes what the erased person sent", async () => {
    ({ panel } = await openPanel("customer-voices"));
    const first = await sendDraft(panel, named("Sam"));
    const joined = { panel, joinRequestId: first };
    expect(await runUseCase(confirmJoin, someone, joined)).toMatchObject({ ok: true });
    const others = await sendDraft(panel, named("Robin"));
    // Sam asks again, in other letters.
    const own = await sendDraft(panel, named("sam"));
    await eraseSam();
    expect([await requestsLeft(first), await requestsLeft(own)]).toEqual([0, 0]);
    expect([...(await mailsOf(first)), ...(await mailsOf(own))]).toEqual([]);
    expect(await requestsLeft(others)).toBe(1);
    const confirmed = await runUseCase(confirmJoin, someone, { panel, joinRequestId: others });
    expect(confirmed).toMatchObject({ ok: true, value: { outcome: "joined" } });
  });

  it("still sends the other the mail they wait for, which greets the erased person no more", async () => {
    ({ panel } = await openPanel("customer-voices"));
    const first = await sendDraft(panel, named("Sam"));
    await runUseCase(confirmJoin, someone, { panel, joinRequestId: first });
    const others = await sendDraft(panel, named("Robin"));
    expect(await mailsOf(others)).toMatchObject([{ template: "already-member", state: "queued" }]);
    await eraseSam();
    expect(await mailsOf(others)).toEqual([
      { template: "confirm-address", state: "queued", memberId: null, contactPointId: null },
    ]);
  });
});
