import { NextRequest } from "next/server";
import { beforeAll, describe, expect, it } from "vitest";
import { GET as health } from "@/app/api/health/route";
import { readConfig } from "@/lib/config/config";
import { parseSigning, type Signing } from "@/lib/config/signing";
import { lastPublished } from "@/lib/ledger/checkpoint/published-file";
import { signTree } from "@/lib/ledger/checkpoint/sign";
import { signNow } from "@/lib/ledger/checkpoint/sign-now";
import { getLatestCheckpoint } from "@/lib/queries/ledger/get-checkpoints";
import { getHealth } from "@/lib/queries/operations/get-health";
import { getMetrics } from "@/lib/queries/operations/get-metrics";
import { cosignRound, signRound } from "@/lib/worker/checkpoint-rounds";
import { randomUUID } from "node:crypto";
import { entries, makeSigner } from "../ledger/checkpoint/signer";
import { append } from "../ledger/history";
import { sql, useDatabase } from "../support/database";

const held = useDatabase();
let signing: Signing;

beforeAll(() => {
  const { privateKey, dir } = makeSigner();
  const CHECKPOINT_KEY = privateKey.export({ format: "der", type: "pkcs8" }).toString("base64");
  signing = parseSigning({ CHECKPOINT_KEY, CHECKPOINT_DIR: dir });
});

const sizeOf = async (organisation: string) => (await getLatestCheckpoint(organisation))?.size ?? null;

/** An organisation whose first entry is signed. */
async function begun(): Promise<string> {
  const organisation = randomUUID();
  await append(organisation, entries(1));
  await signRound(signing);
  return organisation;
}

describe("the signing round", () => {
  it("signs the first entry at once, then after a hundred, and publishes what it signed", async () => {
    const organisation = await begun();
    expect(await sizeOf(organisation)).toBe(1n);
    await append(organisation, entries(99));
    expect(await signRound(signing)).toBe(0);
    await append(organisation, entries(1));
    expect(await signRound(signing)).toBe(1);
    const found = await lastPublished(signing.dir, organisation);
    expect(found.map(({ size }) => size)).toEqual([1n, 101n]);
  });

  it("signs anything new after five minutes, and nothing when nothing is", async () => {
    const organisation = await begun();
    await append(organisation, entries(1));
    expect(await signRound(signing)).toBe(0);
    await sql(held.superuserUrl, "ALTER TABLE ledger_checkpoint DISABLE TRIGGER ALL");
    await sql(
      held.superuserUrl,
      "UPDATE ledger_checkpoint SET signed_at = now() - interval '5 minutes 1 second' WHERE organisation_id = $1",
      [organisation],
    );
    expect(await signRound(signing)).toBe(1);
    expect(await sizeOf(organisation)).toBe(2n);
    expect(await signRound(signing)).toBe(0);
  });

  it("that does not come is told by health and metrics, until it has caught up", async () => {
    const uncovered = async () => {
      const { text } = await getMetrics();
      return Number(/^panel_ledger_oldest_uncovered_seconds (\S+)$/mu.exec(text)?.[1]);
    };
    const organisation = await begun();
    await append(organisation, entries(2));
    expect(await getHealth()).toMatchObject({ checkpoints: "ok" });
    expect(await uncovered()).toBeLessThan(300);
    await sql(held.superuserUrl, "ALTER TABLE ledger_entry DISABLE TRIGGER ALL");
    const older = "UPDATE ledger_entry SET recorded_at = recorded_at - interval '16 minutes'";
    // The first is signed: how old it is says nothing.
    await sql(held.superuserUrl, `${older} WHERE organisation_id = $1 AND seq = 1`, [organisation]);
    expect(await getHealth()).toMatchObject({ checkpoints: "ok" });
    await sql(held.superuserUrl, `${older} WHERE organisation_id = $1 AND seq = 2`, [organisation]);
    expect(await getHealth()).toMatchObject({ checkpoints: "late" });
    expect(await uncovered()).toBeGreaterThan(900);
    const answer = await health(new NextRequest("https://panel.example.org/api/health"));
    expect([answer.status, await answer.json()]).toMatchObject([503, { ok: false, checkpoints: "late" }]);
    // Which probe insists on it: tests/runtime/health.test.ts.
    const probe = await health(new NextRequest("https://panel.example.org/api/health?probe=ready"));
    expect([probe.status, await probe.json()]).toMatchObject([200, { ok: true, checkpoints: "late" }]);
    await signTree(organisation, { ...signing, appUrl: readConfig().appUrl });
    expect(await getHealth()).toMatchObject({ checkpoints: "ok" });
    expect(await uncovered()).toBeLessThan(300);
  });

  it("does not hinder who needs a proof at once: what they sign is published at the next round", async () => {
    const organisation = await begun();
    await append(organisation, entries(1));
    await signTree(organisation, { ...signing, appUrl: readConfig().appUrl });
    expect(await signRound(signing)).toBe(0);
    expect(await lastPublished(signing.dir, organisation)).toHaveLength(2);
    expect(await signNow(organisation), "this process has no key").toBe(false);
  });

  it("goes on with the others when one ledger cannot be signed", async () => {
    const [broken, whole] = [await begun(), await begun()];
    await sql(held.superuserUrl, "ALTER TABLE ledger_head DISABLE TRIGGER ALL");
    await sql(
      held.superuserUrl,
      "UPDATE ledger_head SET frontier = '{}', seq = 0 WHERE organisation_id = $1",
      [broken],
    );
    await append(broken, entries(2)).catch(() => undefined);
    await append(whole, entries(100));
    await signRound(signing);
    expect(await sizeOf(whole)).toBe(101n);
  });

  it("asks no witness where none is set up", async () => {
    await begun();
    expect(await cosignRound(signing)).toBe(0);
  });
});
