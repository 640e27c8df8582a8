import { readFileSync, truncateSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { publishCheckpoints } from "@/lib/ledger/checkpoint/publish";
import { lastPublished } from "@/lib/ledger/checkpoint/published-file";
import { signTree, type Signer } from "@/lib/ledger/checkpoint/sign";
import { getCheckpoints } from "@/lib/queries/ledger/get-checkpoints";
import { sql, useDatabase } from "../../support/database";
import { append } from "../history";
import { entries, published } from "./signer";

const held = useDatabase();

type Scene = { readonly organisation: string; readonly signer: Signer };

const fileOf = ({ organisation, signer }: Scene) => path.join(signer.dir, `${organisation}.txt`);
const read = (scene: Scene) => readFileSync(fileOf(scene), "utf8");
const sizes = async ({ organisation, signer }: Scene) =>
  (await lastPublished(signer.dir, organisation)).map(({ size }) => Number(size));

/** The notes that are stored, oldest first, as the file must have them. */
async function stored({ organisation }: Scene): Promise<string> {
  const { checkpoints } = await getCheckpoints(organisation);
  return checkpoints
    .toReversed()
    .map(({ note }) => `${note}\n`)
    .join("");
}

/** Runs `work` while the database refuses to take rows of a table: what a crash at that point leaves behind. */
async function withoutStoring(table: string, work: () => Promise<unknown>): Promise<void> {
  await sql(
    held.ownerUrl,
    `CREATE FUNCTION die() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'injected'; END $$;
     CREATE TRIGGER die BEFORE INSERT ON ${table} FOR EACH STATEMENT EXECUTE FUNCTION die()`,
  );
  try {
    await expect(work()).rejects.toThrow("injected");
  } finally {
    await sql(held.ownerUrl, "DROP FUNCTION die() CASCADE");
  }
}

/** A published ledger with three more entries. */
async function grown(): Promise<Scene> {
  const scene = await published(2);
  await append(scene.organisation, entries(3));
  return scene;
}

describe("a crash", () => {
  it("before the checkpoint is stored: nobody was shown anything, and the next try signs", async () => {
    const scene = await grown();
    const before = read(scene);
    await withoutStoring("ledger_checkpoint", async () => signTree(scene.organisation, scene.signer));
    expect(await publishCheckpoints(scene.organisation, scene.signer.dir)).toBe(0);
    expect(read(scene)).toBe(before);
    expect(await signTree(scene.organisation, scene.signer)).toMatchObject({ size: 5n });
  });

  it("after it is stored, before it is published: the same one is published, no second is signed", async () => {
    const scene = await grown();
    await signTree(scene.organisation, scene.signer);
    expect(await sizes(scene)).toEqual([2]);
    expect(await signTree(scene.organisation, scene.signer)).toBeNull();
    expect(await publishCheckpoints(scene.organisation, scene.signer.dir)).toBe(1);
    expect(read(scene)).toBe(await stored(scene));
  });

  it("after it is in the file, before that is recorded: it is in the file once", async () => {
    const scene = await grown();
    await signTree(scene.organisation, scene.signer);
    await withoutStoring("checkpoint_publication", async () =>
      publishCheckpoints(scene.organisation, scene.signer.dir),
    );
    expect(await sizes(scene)).toEqual([2, 5]);
    expect(await publishCheckpoints(scene.organisation, scene.signer.dir)).toBe(1);
    expect(read(scene)).toBe(await stored(scene));
  });

  it("in the middle of the file: the note is completed, wherever it was cut, also when another waits", async () => {
    const scene = await grown();
    const before = read(scene);
    await signTree(scene.organisation, scene.signer);
    const note = (await stored(scene)).slice(before.length);
    await append(scene.organisation, entries(1));
    await signTree(scene.organisation, scene.signer);
    for (const cut of [0, 1, 40, note.indexOf("\n\n") + 2, note.length - 2, note.length - 1, note.length]) {
      writeFileSync(fileOf(scene), before + note.slice(0, cut));
      truncateSync(fileOf(scene), Buffer.byteLength(before + note.slice(0, cut)));
      await withoutStoring("checkpoint_publication", async () =>
        publishCheckpoints(scene.organisation, scene.signer.dir),
      );
      expect(read(scene), `cut at ${cut}`).toBe(await stored(scene));
    }
  });
});

describe("the published file", () => {
  it("never gets what is stored twice, whoever publishes at once", async () => {
    const scene = await grown();
    await signTree(scene.organisation, scene.signer);
    const publish = async () => publishCheckpoints(scene.organisation, scene.signer.dir);
    expect((await Promise.all([publish(), publish(), publish()])).toSorted()).toEqual([0, 0, 1]);
    expect(read(scene)).toBe(await stored(scene));
  });

  it("may be on a disk that is full or away: it fails, and goes on when that is mended", async () => {
    const scene = await grown();
    await signTree(scene.organisation, scene.signer);
    await expect(publishCheckpoints(scene.organisation, fileOf(scene))).rejects.toThrow();
    expect(await publishCheckpoints(scene.organisation, scene.signer.dir)).toBe(1);
  });
});
