import { setTimeout as pause } from "node:timers/promises";
import { beforeAll, expect, test } from "vitest";
import { hashAddress } from "@/lib/auth/secrets";
import { newId } from "@/lib/id";
import { verifyLedger } from "@/lib/ledger/verify";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import { confirmJoin } from "@/lib/usecases/join/confirm-join";
import { runUseCase } from "@/lib/usecases/run";
import { insertRows } from "@/prisma/seed/insert-rows";
import { viewOf } from "../support/activity";
import { sql } from "../support/database";
import "../support/environment";
import { makePanel, presetDocument, type TestPanel } from "../support/panel";
import { withClient } from "../support/resident";
import { until } from "../support/until";
import { useDurableCluster } from "./durable-cluster";
import { killServer } from "./kill-server";

const joins = 240;
const kills = 3;

const durable = useDurableCluster();
let panel: TestPanel;
let view: PanelView;

beforeAll(async () => {
  panel = await withClient((client) => makePanel(client, presetDocument("customer-voices")));
  view = await viewOf(panel);
});

function requestRow(id: string, index: number) {
  const email = `joiner${index}@mail.example`;
  const noAddress = { phone: "", addressLine1: "", addressLine2: "", town: "", postcode: "" };
  const details = { givenName: "Given", familyName: `Family${index}`, email, ...noAddress };
  const choice = {
    purposeKey: "research",
    channel: "email",
    answer: "yes",
    decision: "given",
    wording: "May we?",
  };
  const { organisationId, panelId, privacyNoticeId } = panel;
  const at = Date.now();
  return {
    organisationId,
    id,
    panelId,
    draftTokenHash: id,
    answers: { details, choices: [choice] },
    addressHash: hashAddress(email),
    privacyNoticeId,
    noticeShownAt: at,
    choicesShownAt: at,
    submittedAt: at,
    expiresAt: at + 86_400_000,
    createdAt: at,
  };
}

async function prepareRequests(): Promise<readonly string[]> {
  const ids = Array.from({ length: joins }, () => newId());
  await withClient((client) => insertRows(client, "join_request", ids.map(requestRow)));
  return ids;
}

/** Presses "Confirm" again and again until it is acknowledged, as a person would who met an error page. */
async function confirmAll(ids: readonly string[], acknowledged: string[]): Promise<void> {
  const queue = [...ids];
  const run = async () => {
    for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
      const input = { panel: view, joinRequestId: id };
      const pressed = await runUseCase(confirmJoin, { kind: "anonymous" }, input).catch(() => undefined);
      if (pressed?.ok === true) acknowledged.push(id);
      else queue.push(id);
      if (pressed === undefined) await pause(50);
    }
  };
  await Promise.all(Array.from({ length: 4 }, run));
}

test("every join that was acknowledged is there after PostgreSQL was killed, whole and in an intact chain", async () => {
  const ids = await prepareRequests();
  const acknowledged: string[] = [];
  const confirming = confirmAll(ids, acknowledged);
  for (let kill = 1; kill <= kills; kill += 1) {
    const share = (joins / (kills + 1)) * kill;
    await until("more was acknowledged", () => acknowledged.length >= share, { withinMs: 120_000 });
    await killServer(durable.cluster);
  }
  await confirming;

  expect(new Set(acknowledged).size).toBe(joins);
  const { organisationId } = panel;
  const count = async (text: string) => {
    const [row] = await sql<{ count: number }>(
      durable.database.appUrl,
      `SELECT count(*)::int AS count FROM ${text}`,
      [organisationId],
    );
    return row?.count;
  };
  expect(await count("member WHERE organisation_id = $1 AND state = 'member'")).toBe(joins);
  expect(await count("consent_record WHERE organisation_id = $1 AND decision = 'given'")).toBe(joins);
  expect(await count("delivery WHERE organisation_id = $1 AND template = 'welcome'")).toBe(joins);
  expect(await count("ledger_entry WHERE organisation_id = $1 AND event_type = 'member.joined'")).toBe(joins);
  expect((await verifyLedger(organisationId)).verdict).toBe("intact");
});
