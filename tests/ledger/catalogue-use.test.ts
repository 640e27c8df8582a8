import { randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { inTransaction } from "@/lib/db/transaction";
import { appendEntries } from "@/lib/ledger/append";
import { eventTypes, kindOf, type Screen } from "@/lib/ledger/catalogue";
import type { LedgerEvent } from "@/lib/ledger/event";
import { getEntry } from "@/lib/queries/trail/get-entry";
import { getMemberHistory } from "@/lib/queries/trail/get-member-history";
import { listRegisterEvents } from "@/lib/queries/trail/list-register-events";
import { listTrail } from "@/lib/queries/trail/list-trail";
import { listVerifications } from "@/lib/queries/trail/list-verifications";
import { useDatabase } from "../support/database";
import { staffAs } from "../support/dpo";
import { makeResidents, type Residents } from "../support/resident";
import { acting } from "./history";

useDatabase();

/** Every source file that may append: not the catalogue itself, and not what only reads. */
const writers = readdirSync("lib", { recursive: true, encoding: "utf8" })
  .filter(
    (file) => file.endsWith(".ts") && !/kinds\.ts$|catalogue\.ts$|^queries|^policy|generated/u.test(file),
  )
  .map((file) => readFileSync(`lib/${file}`, "utf8"))
  .join("\n");

/** The five decisions are named as they are made. */
const made = (type: string): boolean => type.startsWith("consent.") && writers.includes("`consent.${");

describe("every kind of the catalogue", () => {
  it.each(eventTypes)("%s is appended by something", (type) => {
    expect(writers.includes(`"${type}"`) || made(type), "a use-case appends it").toBe(true);
  });
});

let residents: Residents;
let opened: readonly unknown[];

/** An event of this type with something under every key. */
function eventOf(eventType: string, subjectRef: string): LedgerEvent {
  const kind = kindOf(eventType as LedgerEvent["eventType"]);
  const ofPerson = kind.screen === "memberHistory";
  const panelId = kind.screen === "verify" && eventType !== "ledger.verified" ? null : residents.panel.id;
  const data = Object.fromEntries(kind.required.map((key) => [key, key.endsWith("Id") ? randomUUID() : "1"]));
  const subject = ofPerson ? subjectRef : null;
  return { eventType, panelId, subjectRef: subject, effectiveAt: new Date(), data } as LedgerEvent;
}

const shownOn: Record<Screen, ReadonlySet<string>> = {
  trail: new Set(),
  memberHistory: new Set(),
  verify: new Set(),
};

beforeAll(async () => {
  residents = await makeResidents("customer-voices", ["research"]);
  const { panel, members } = residents;
  const [{ id: memberId, subjectRef }] = members;
  const events = eventTypes.map((type) => eventOf(type, subjectRef));
  await inTransaction((tx) => appendEntries(acting(tx), panel.organisationId, events));
  const viewer = { panel, actor: staffAs(residents, "dpo") };
  const trail = await listTrail(viewer, {}, {}, 500);
  const subject = { memberId, subjectRef, reference: "" };
  const history = await getMemberHistory(viewer, subject, {}, new Date());
  const register = await listRegisterEvents(viewer, 50);
  opened = await Promise.all(register.map(({ seq }) => getEntry(viewer, BigInt(seq))));
  const types = (entries: readonly { readonly eventType: string }[]) =>
    entries.map(({ eventType }) => eventType);
  shownOn.trail = new Set(types(trail.entries));
  shownOn.memberHistory = new Set([...types(history.entries), ...types(history.readings)]);
  const checks = await listVerifications(viewer, 10);
  shownOn.verify = new Set([...types(register), ...checks.map(() => "ledger.verified")]);
});

describe("the screen that the catalogue names", () => {
  it("leads on to each entry about the register, though it belongs to no panel", () => {
    expect(opened.length).toBeGreaterThan(0);
    expect(opened).not.toContain(null);
  });

  it.each(eventTypes)("shows %s", (type) => {
    expect(shownOn[kindOf(type).screen]).toContain(type);
  });
});
