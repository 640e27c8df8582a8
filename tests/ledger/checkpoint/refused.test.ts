import { beforeAll, expect, it } from "vitest";
import { checkpointText, originOf } from "@/lib/ledger/checkpoint/checkpoint";
import { signNote } from "@/lib/ledger/checkpoint/note";
import { publishNotes } from "@/lib/ledger/checkpoint/published-file";
import { signTree } from "@/lib/ledger/checkpoint/sign";
import { openHolds } from "@/lib/ledger/hold";
import { getCheckpoints } from "@/lib/queries/ledger/get-checkpoints";
import { sql, useDatabase } from "../../support/database";
import { append } from "../history";
import { entries, published } from "./signer";

// What somebody does who owns the whole database and has taken its fences down: nothing of it is signed, and sending is
// held until it is understood.

const held = useDatabase();
const evidence = ["ledger_entry", "ledger_head", "ledger_checkpoint", "checkpoint_publication"] as const;

beforeAll(async () => {
  for (const table of evidence) await sql(held.superuserUrl, `ALTER TABLE ${table} DISABLE TRIGGER ALL`);
});

const forge = (text: string, organisation: string) => sql(held.superuserUrl, text, [organisation]);

async function forget(organisation: string, tables: readonly (typeof evidence)[number][]): Promise<void> {
  for (const table of tables) await forge(`DELETE FROM ${table} WHERE organisation_id = $1`, organisation);
}

async function expectRefused(organisation: string, reason: string, detail: object): Promise<void> {
  expect(await openHolds(organisation)).toMatchObject([{ reason, detail }]);
  expect((await getCheckpoints(organisation)).checkpoints.length).toBeLessThanOrEqual(1);
}

it("an entry that was changed together with its hash is not signed over", async () => {
  const { organisation, signer } = await published(5);
  await forge(
    `UPDATE ledger_entry SET bytes = bytes || ' ', leaf_hash = sha256('\\x00'::bytea || bytes || ' ')
     WHERE organisation_id = $1 AND seq = 2`,
    organisation,
  );
  await append(organisation, entries(1));
  expect(await signTree(organisation, signer)).toBeNull();
  await expectRefused(organisation, "altered", { size: "6" });
});

it("an entry that was taken out is missed", async () => {
  const { organisation, signer } = await published(5);
  await forge("DELETE FROM ledger_entry WHERE organisation_id = $1 AND seq = 3", organisation);
  await append(organisation, entries(1));
  expect(await signTree(organisation, signer)).toBeNull();
  await expectRefused(organisation, "altered", { size: "6" });
});

it("a ledger that was written anew, longer than before and whole in itself, is not the one that was published", async () => {
  const { organisation, signer } = await published(5);
  await forget(organisation, ["ledger_entry", "ledger_head"]);
  await append(organisation, entries(7));
  expect(await signTree(organisation, signer)).toBeNull();
  await expectRefused(organisation, "inconsistent", { size: "7", publishedSize: "5" });
});

it("the same with what was signed rewritten too: the file still knows", async () => {
  const { organisation, signer } = await published(5);
  await forget(organisation, ["checkpoint_publication", "ledger_checkpoint", "ledger_entry", "ledger_head"]);
  await append(organisation, entries(7));
  expect(await signTree(organisation, signer)).toBeNull();
  await expectRefused(organisation, "inconsistent", { publishedSize: "5" });
});

it("a database put back to before what was published is behind", async () => {
  const { organisation, signer } = await published(5);
  await forget(organisation, ["checkpoint_publication", "ledger_checkpoint", "ledger_entry", "ledger_head"]);
  await append(organisation, entries(3));
  expect(await signTree(organisation, signer)).toBeNull();
  await expectRefused(organisation, "behind", { size: "3", publishedSize: "5" });
});

it("a database from before the epoch that was published is behind, whatever it holds of its own", async () => {
  const { organisation, signer } = await published(5);
  const origin = originOf(signer.appUrl, organisation, 2);
  const text = checkpointText({ origin, size: 1n, root: Buffer.alloc(32, 7) });
  await publishNotes(signer.dir, organisation, [
    signNote(text, { name: origin, privateKey: signer.privateKey }),
  ]);
  await append(organisation, entries(1));
  expect(await signTree(organisation, signer)).toBeNull();
  await expectRefused(organisation, "behind", { epoch: "1", publishedEpoch: "2" });
});

it("a refusal is said once, however often the worker tries", async () => {
  const { organisation, signer } = await published(5);
  await forget(organisation, ["ledger_entry", "ledger_head"]);
  await append(organisation, entries(6));
  await signTree(organisation, signer);
  await signTree(organisation, signer);
  expect(await openHolds(organisation)).toHaveLength(1);
});
