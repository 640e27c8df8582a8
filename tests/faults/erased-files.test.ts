import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readConfig } from "@/lib/config/config";
import { clearFiles } from "@/lib/db/clear-files";
import { database, disconnect } from "@/lib/db/client";
import { verifyLedger } from "@/lib/ledger/verify";
import { eraseMember } from "@/lib/usecases/membership/erase-member";
import { confirmJoin } from "@/lib/usecases/join/confirm-join";
import { answerInvitation } from "@/lib/usecases/rsvp/answer-invitation";
import { runUseCase } from "@/lib/usecases/run";
import { nounRows } from "../db/noun-rows";
import { sql } from "../support/database";
import { staffAs } from "../support/dpo";
import "../support/environment";
import { details, openPanel, sendDraft, someone } from "../support/joining";
import { as, ask } from "../support/resident";
import { useDurableCluster } from "./durable-cluster";

// G7: what is left of somebody who was erased, in the files that the database lies in and in a copy of its tables. Nothing
// of it is asked of the database: whoever steals the disk does not ask either.

const held = useDurableCluster();
const journals = mkdtempSync(path.join(tmpdir(), "erased-files-"));
const dump = mkdtempSync(path.join(tmpdir(), "erased-dump-"));
let panel: Awaited<ReturnType<typeof openPanel>>["panel"];

const people = {
  erased: {
    name: "Quillfeather",
    email: "quill.of@erased.example",
    phone: "7700900771",
    line: "7 Zebrafinch Wynd",
    postcode: "ZE2 9QQ",
    need: "A ramp for the yellow wheelchair",
    asked: "What do you hold about my brother Quentin",
  },
  kept: {
    name: "Larkspurling",
    email: "lark.of@kept.example",
    phone: "7700900772",
    line: "8 Bullfinch Brae",
    postcode: "ZE3 8XX",
    need: "A signer for the green room",
    asked: "Please correct what you hold of my aunt Lavinia",
  },
} as const;
type Who = keyof typeof people;

async function joinAs(who: Who) {
  const { name: familyName, email, phone, line: addressLine1, postcode } = people[who];
  const own = { ...details, familyName, email, phone: `+44${phone}`, addressLine1, postcode };
  const joinRequestId = await sendDraft(panel, { details: own });
  const joined = await runUseCase(confirmJoin, someone, { panel, joinRequestId });
  if (!joined.ok) throw new Error(joined.error.code);
  const { organisationId } = panel;
  const { id, subjectRef } = await database().member.findFirstOrThrow({
    where: { organisationId, familyName },
  });
  return { id, subjectRef, contactPointId: "", email };
}

/** What somebody writes to us: no page takes it yet, and the table does. */
async function asks(who: Who, member: { readonly subjectRef: string }): Promise<void> {
  const { organisationId, id: panelId } = panel;
  const row = { ...nounRows["data_subject_request"]?.(), organisation_id: organisationId, panel_id: panelId };
  const { asked, email, name } = people[who];
  const own = {
    ...row,
    subject_ref: member.subjectRef,
    details: asked,
    reply_to: email,
    requester_name: name,
  };
  const columns = Object.keys(own);
  await sql(
    held.database.ownerUrl,
    `INSERT INTO data_subject_request (${columns.join(", ")}) VALUES (${columns.map((_, n) => `$${n + 1}`).join(", ")})`,
    Object.values(own),
  );
}

/** Every file below a folder in which a text stands, whatever its case. */
function filesWith(
  dir: string,
  texts: readonly string[],
  leftOut: readonly string[] = [],
): readonly string[] {
  const found = readdirSync(dir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return found.flatMap((entry) => {
    const file = path.join(entry.parentPath, entry.name);
    if (leftOut.some((folder) => file.includes(`/${folder}/`))) return [];
    const content = readFileSync(file, "latin1").toLowerCase();
    return texts
      .filter((text) => content.includes(text.toLowerCase()))
      .map((text) => `${path.relative(dir, file)}: ${text}`);
  });
}

const textsOf = (who: Who) => Object.values(people[who]);

const namesIn = (found: readonly string[]) => new Set(found.map((each) => each.split(": ")[1]));

/** Which of a person's texts stand in some file of the cluster. */
function foundOf(who: Who, leftOut: readonly string[] = []): readonly string[] {
  return filesWith(held.cluster.dataDir, textsOf(who), leftOut);
}

const asSuperuser = (text: string) => sql(held.database.superuserUrl, text);

/** Every table of the database in one file each, bytes as they are. */
async function dumpTables(): Promise<void> {
  const tables = await sql<{ name: string }>(
    held.database.superuserUrl,
    `SELECT oid::regclass::text AS name FROM pg_class WHERE relkind = 'r'
       AND relnamespace NOT IN ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)`,
  );
  for (const { name } of tables)
    await asSuperuser(`COPY ${name} TO '${path.join(dump, name.replaceAll('"', ""))}' (FORMAT binary)`);
}

beforeAll(async () => {
  Object.assign(readConfig(), { journalDir: journals });
  chmodSync(dump, 0o777);
  const opened = await openPanel("customer-voices");
  ({ panel } = opened);
  const both = [await joinAs("erased"), await joinAs("kept")] as const;
  const asked = await ask({ panel, made: opened.made, members: both });
  for (const [place, who] of (["erased", "kept"] as const).entries()) {
    const [member, invitationId] = [both[place], asked.invitations[place]];
    if (member === undefined || invitationId === undefined) throw new Error("Both were asked");
    const adjustment = { need: people[who].need, agreed: true };
    const input = { invitationId, answer: "accepted" as const, adjustment };
    const answered = await runUseCase(answerInvitation, as({ panel }, member), input);
    if (!answered.ok) throw new Error(answered.error.code);
    await asks(who, member);
  }
  // As the database does by itself now and then: it keeps samples of values.
  await asSuperuser("ANALYZE");
  await asSuperuser("CHECKPOINT");
});
afterAll(() => {
  for (const dir of [journals, dump]) rmSync(dir, { recursive: true, force: true });
});

describe("somebody who was erased", () => {
  it("stood in the files before, as others do", () => {
    for (const who of ["erased", "kept"] as const)
      expect(namesIn(foundOf(who, ["pg_wal"]))).toEqual(new Set(textsOf(who)));
  });

  it("is in no table, nor in any journal", async () => {
    const member = await database().member.findFirstOrThrow({ where: { familyName: people.erased.name } });
    const input = { panel, memberId: member.id, reasonCode: "consentWithdrawn" as const };
    expect(await runUseCase(eraseMember, staffAs({ panel }, "dpo"), input)).toMatchObject({ ok: true });
    await dumpTables();
    expect(filesWith(dump, textsOf("erased"))).toEqual([]);
    expect(filesWith(journals, textsOf("erased"))).toEqual([]);
    expect(namesIn(filesWith(dump, textsOf("kept")))).toEqual(new Set(textsOf("kept")));
  });

  it("stays in files that were only vacuumed, which is why they are written anew; then they are in none", async () => {
    await disconnect();
    await asSuperuser("VACUUM");
    await asSuperuser("CHECKPOINT");
    expect(foundOf("erased", ["pg_wal"])).not.toEqual([]);
    await clearFiles(held.database.ownerUrl);
    await asSuperuser("CHECKPOINT");
    expect(foundOf("erased", ["pg_wal"])).toEqual([]);
    expect(namesIn(foundOf("kept", ["pg_wal"]))).toEqual(new Set(textsOf("kept")));
    expect(await verifyLedger(panel.organisationId)).toMatchObject({ verdict: "intact" });
  });

  it("is in the write-ahead log until its segments are deleted", async () => {
    expect(foundOf("erased")).not.toEqual([]);
    await asSuperuser("ALTER SYSTEM SET wal_recycle = off");
    await asSuperuser("SELECT pg_reload_conf()");
    for (const _ of [1, 2]) {
      await asSuperuser("SELECT pg_switch_wal()");
      await asSuperuser("CHECKPOINT");
    }
    expect(foundOf("erased")).toEqual([]);
    expect(readFileSync(path.join(held.cluster.dataDir, "..", "postgres.log"), "latin1")).not.toContain(
      "Quillfeather",
    );
  });
});
