import { randomBytes, randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { inTransaction, statement } from "@/lib/db/transaction";
import { appendEntry } from "@/lib/ledger/append";
import { KeyUnavailable, unwrapKey, wrapKey } from "@/lib/ledger/keyring/keks";
import { openSealed, type SealedText } from "@/lib/ledger/keyring/open";
import { openText, sealText, type SealedPlace } from "@/lib/ledger/keyring/sealed-field";
import { sql, useDatabase } from "../support/database";
import { acting } from "./history";
import { leftAt, sealReason } from "./sealed-reason";

const held = useDatabase();
const organisationId = randomUUID();

async function sealed(subjectRef: string, text: string): Promise<SealedText> {
  return inTransaction(async (tx) => {
    const ctx = acting(tx);
    const reason = await sealReason(ctx, { organisationId, subjectRef }, text);
    await appendEntry(ctx, organisationId, {
      ...{ eventType: "member.left", panelId: null, subjectRef, effectiveAt: leftAt },
      data: { method: "web", reasonSealed: reason.sealed },
    });
    return reason;
  });
}

describe("a sealed field", () => {
  it("opens where it was sealed, and says nothing in the database", async () => {
    const subjectRef = randomUUID();
    const text = await sealed(subjectRef, "We move to Oban");
    expect(text.sealed).toMatch(/^1\.1\.[\w-]{16}\.[\w-]+$/);
    expect(await openSealed({ organisationId, subjectRef }, [text])).toEqual([
      { state: "open", value: "We move to Oban" },
    ]);
    const [found] = await sql(
      held.superuserUrl,
      "SELECT count(*)::int AS n FROM ledger_entry WHERE encode(bytes, 'escape') LIKE '%Oban%'",
    );
    expect(found).toEqual({ n: 0 });
  });

  it("uses one key for a person, also when two first entries are written at once", async () => {
    const subjectRef = randomUUID();
    const texts = await Promise.all([sealed(subjectRef, "one"), sealed(subjectRef, "two")]);
    const readings = await openSealed({ organisationId, subjectRef }, texts);
    expect(readings).toEqual([
      { state: "open", value: "one" },
      { state: "open", value: "two" },
    ]);
  });

  it("opens nowhere else: any other place, person, field or moment is refused", () => {
    const key = randomBytes(32);
    const place: SealedPlace = {
      organisationId,
      subjectRef: randomUUID(),
      eventType: "member.left",
      effectiveAt: leftAt.toISOString(),
      requestId: randomUUID(),
      field: "reasonSealed",
    };
    const text = sealText(key, 1, place, "We move to Oban");
    expect(openText(key, place, text)).toBe("We move to Oban");
    for (const field of Object.keys(place) as (keyof SealedPlace)[]) {
      expect(() => openText(key, { ...place, [field]: "another" }, text), field).toThrow();
    }
    expect(() => openText(key, place, text.replace("1.1.", "1.2."))).toThrow();
    expect(() => openText(randomBytes(32), place, text)).toThrow();
    expect(() => openText(key, place, "We move to Oban")).toThrow();
  });

  it("of who was erased says when, and nothing makes them a key again", async () => {
    const subjectRef = randomUUID();
    const owner = { organisationId, subjectRef };
    const text = await sealed(subjectRef, "We move to Oban");
    await inTransaction(async (tx) =>
      statement(tx, { name: "destroy-key", text: "SELECT keyring.destroy_key($1, $2)" }, [
        organisationId,
        subjectRef,
      ]),
    );
    expect(await openSealed(owner, [text])).toEqual([{ state: "erased", on: expect.any(Date) as Date }]);
    expect((await sealed(subjectRef, "again")).sealed).toBe("");
  });
});

describe("a person's key", () => {
  const owner = { organisationId, subjectRef: randomUUID() };
  const old = { version: 1, key: randomBytes(32) };
  const key = randomBytes(32);

  it("is unwrapped by the key that wrapped it, and by no other, for nobody else, never as an empty text", () => {
    const wrapped = wrapKey([old], owner, 1, key);
    expect(unwrapKey([old, { version: 2, key: randomBytes(32) }], owner, wrapped)).toEqual(key);
    for (const keks of [[], [{ version: 2, key: old.key }], [{ version: 1, key: randomBytes(32) }]])
      expect(() => unwrapKey(keks, owner, wrapped)).toThrow(KeyUnavailable);
    expect(() => unwrapKey([old], { ...owner, subjectRef: randomUUID() }, wrapped)).toThrow(KeyUnavailable);
  });
});

describe("the keyring, for the application's role", () => {
  it.each(["subject_key", "destroyed_key"])(
    "keyring.%s: no reading, writing or fence of its own",
    async (table) => {
      const denied = { code: "42501" };
      for (const statementText of [
        `SELECT * FROM keyring.${table}`,
        `INSERT INTO keyring.${table} DEFAULT VALUES`,
        `UPDATE keyring.${table} SET subject_ref = subject_ref`,
        `DELETE FROM keyring.${table}`,
        `TRUNCATE keyring.${table}`,
        `ALTER TABLE keyring.${table} DISABLE TRIGGER ALL`,
        `DROP TABLE keyring.${table}`,
      ])
        await expect(sql(held.appUrl, statementText), statementText).rejects.toMatchObject(denied);
    },
  );

  it("nobody can become the role that keeps it", async () => {
    await expect(sql(held.appUrl, "SET ROLE panel_keyring")).rejects.toMatchObject({ code: "42501" });
  });
});
