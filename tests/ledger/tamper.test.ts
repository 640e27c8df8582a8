import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { verifyLedger } from "@/lib/ledger/verify";
import { useDatabase } from "../support/database";
import { Forger } from "./forger";
import { append, deciding, reading } from "./history";

const held = useDatabase();
const organisation = randomUUID();
const panel = randomUUID();
const size = 300;
// The first, the last, their neighbours, both sides of a power of two, and some in the middle.
const places = [1, 2, 64, 65, 137, 212, 255, 256, 299, 300].map(BigInt);

let forger: Forger;

beforeAll(async () => {
  for (let written = 0; written < size; written += 20) {
    const events = Array.from({ length: 20 }, (_, index) =>
      index % 3 === 0 ? reading(`view ${index}`, panel) : deciding(panel, randomUUID(), "surveys"),
    );
    await append(organisation, events);
  }
  forger = await Forger.enter(held.superuserUrl);
}, 60_000);
afterEach(async () => forger.repent());
afterAll(async () => forger.leave());

/** Runs the forgery at each place, asks for the verdict, and puts everything back. */
async function everywhere(
  forge: (seq: bigint) => Promise<void>,
  expected: (seq: bigint) => object,
  at: readonly bigint[] = places,
): Promise<void> {
  for (const seq of at) {
    await forge(seq);
    expect(await verifyLedger(organisation), `at ${seq}`).toMatchObject(expected(seq));
    await forger.repent();
  }
}

describe("300 entries, untouched", () => {
  it("are intact, all of them checked", async () => {
    expect(await verifyLedger(organisation)).toMatchObject({
      verdict: "intact",
      checked: size,
      headSeq: 300n,
    });
  });
});

describe("a superuser with every trigger off", () => {
  it.each([
    [
      "one byte of the evidence",
      "bytes = set_byte(bytes, length(bytes) / 2, get_byte(bytes, length(bytes) / 2) # 1)",
    ],
    ["a byte added to the evidence", String.raw`bytes = bytes || '\x20'`],
    ["a byte taken from the evidence", "bytes = substr(bytes, 1, length(bytes) - 1)"],
    ["the leaf hash", "leaf_hash = set_byte(leaf_hash, 31, get_byte(leaf_hash, 31) # 1)"],
    ["the leaf hash, cut short", "leaf_hash = substr(leaf_hash, 1, 31)"],
    ["the chain hash", "chain_hash = set_byte(chain_hash, 0, get_byte(chain_hash, 0) # 128)"],
    [
      "bytes and leaf hash together",
      String.raw`bytes = bytes || '\x20', leaf_hash = sha256('\x00' || bytes || '\x20')`,
    ],
  ])("changing %s: altered, at that entry", async (_what, change) => {
    await everywhere(
      async (seq) => forger.run(`UPDATE ledger_entry SET ${change} WHERE seq = $1`, [seq]),
      (seq) => ({ verdict: "altered", firstBadSeq: seq }),
    );
  });

  it.each([
    ["recorded_at", "recorded_at + interval '1 millisecond'"],
    ["effective_at", "effective_at - interval '1 day'"],
    ["event_type", "'consent.given'"],
    ["panel_id", "gen_random_uuid()"],
    ["panel_id", "NULL"],
    ["subject_ref", "gen_random_uuid()"],
    ["purpose_key", "'newsletters'"],
    ["channel", "'post'"],
    ["actor_kind", "'staff'"],
    ["actor_ref", "'somebody else'"],
  ])("changing only the column %s to %s: the projection differs, at that entry", async (column, value) => {
    await everywhere(
      async (seq) => forger.run(`UPDATE ledger_entry SET ${column} = ${value} WHERE seq = $1`, [seq]),
      (seq) => ({ verdict: "projectionDiffers", firstBadSeq: seq, checked: size - 1 }),
    );
  });

  it("moving an entry to another organisation leaves a gap here", async () => {
    await everywhere(
      async (seq) =>
        forger.run("UPDATE ledger_entry SET organisation_id = $2 WHERE seq = $1", [seq, randomUUID()]),
      (seq) => ({ verdict: seq === 300n ? "truncated" : "altered", firstBadSeq: seq }),
    );
  });

  it("deleting an entry: altered, at the gap; the last: truncated", async () => {
    await everywhere(
      async (seq) => forger.run("DELETE FROM ledger_entry WHERE seq = $1", [seq]),
      (seq) => ({ verdict: seq === 300n ? "truncated" : "altered", firstBadSeq: seq }),
    );
  });

  it("cutting the tail off at any length: truncated, at the first that is missing", async () => {
    await everywhere(
      async (seq) => forger.run("DELETE FROM ledger_entry WHERE seq >= $1", [seq]),
      (seq) => ({ verdict: "truncated", firstBadSeq: seq, headSeq: 300n }),
    );
  });

  it("swapping two neighbours: altered, at the first", async () => {
    await everywhere(
      async (seq) => {
        await forger.run("UPDATE ledger_entry SET seq = -seq WHERE seq IN ($1::bigint, $1::bigint + 1)", [
          seq,
        ]);
        await forger.run("UPDATE ledger_entry SET seq = 2 * $1::bigint + 1 + seq WHERE seq < 0", [seq]);
      },
      (seq) => ({ verdict: "altered", firstBadSeq: seq }),
      places.filter((seq) => seq < 300n),
    );
  });

  it("inserting a copy of an entry after the last, before the first, or in place of the next: altered", async () => {
    const copy = `INSERT INTO ledger_entry SELECT organisation_id, $2, bytes, leaf_hash, chain_hash, recorded_at,
      effective_at, event_type, panel_id, subject_ref, purpose_key, channel, actor_kind, actor_ref
      FROM ledger_entry WHERE seq = $1`;
    await everywhere(
      async (seq) => forger.run(copy, [seq, 301n]),
      () => ({ verdict: "altered", firstBadSeq: 301n }),
    );
    await everywhere(
      async (seq) => forger.run(copy, [seq, 0n]),
      () => ({ verdict: "altered", firstBadSeq: 0n }),
    );
    await everywhere(
      async (seq) => {
        await forger.run("DELETE FROM ledger_entry WHERE seq = $1", [seq + 1n]);
        await forger.run(copy, [seq, seq + 1n]);
      },
      (seq) => ({ verdict: "altered", firstBadSeq: seq + 1n }),
      places.filter((seq) => seq < 300n),
    );
  });

  it.each([
    ["seq", "seq = seq - 1", "altered"],
    ["seq upwards", "seq = seq + 1", "truncated"],
    ["chain hash", "chain_hash = sha256(chain_hash)", "altered"],
    ["frontier", "frontier[1] = sha256(frontier[1])", "altered"],
    ["frontier, one root short", "frontier = frontier[2:]", "altered"],
    ["recorded time", "recorded_at = recorded_at + interval '1 second'", "altered"],
  ])("changing the head's %s is found", async (_what, change, verdict) => {
    await forger.run(`UPDATE ledger_head SET ${change}`);
    expect(await verifyLedger(organisation)).toMatchObject({ verdict });
  });

  it("deleting the head is found", async () => {
    await forger.run("DELETE FROM ledger_head");
    expect(await verifyLedger(organisation)).toMatchObject({ verdict: "altered", firstBadSeq: 1n });
  });
});

describe("a superuser who re-hashes everything after a change", () => {
  const flip = (bytes: string) => bytes.replace('"requestId":"', '"requestId":"x');

  it("is found at the head", async () => {
    await everywhere(
      async (seq) => forger.rewrite(seq, flip, false),
      () => ({ verdict: "altered" }),
      [1n, 150n, 300n],
    );
  });

  it("is found by the columns when the change touches them, even with the head rewritten", async () => {
    const toStaff = (bytes: string) => bytes.replace('"actorKind":"system"', '"actorKind":"staff"');
    await everywhere(
      async (seq) => forger.rewrite(seq, toStaff, true),
      (seq) => ({ verdict: "projectionDiffers", firstBadSeq: seq }),
      [1n, 150n, 300n],
    );
  });

  it.each<[string, (bytes: string) => string | Buffer]>([
    ["not JSON", () => "nothing"],
    ["a space", (bytes) => bytes.replace('"v":', '"v": ')],
    ["a repeated key", (bytes) => bytes.replace('"v":"1"', '"v":"1","v":"1"')],
    [
      "keys in another order",
      (bytes) => JSON.stringify(Object.fromEntries(Object.entries(JSON.parse(bytes) as object).reverse())),
    ],
    ["a key too many", (bytes) => bytes.replace(',"v":"1"', ',"v":"1","w":"1"')],
    ["a key too few", (bytes) => bytes.replace(/"requestId":"[^"]*",/, "")],
    ["a number", (bytes) => bytes.replace('"v":"1"', '"v":1')],
    ["another spelling of the same text", (bytes) => bytes.replace('"system"', String.raw`"\u0073ystem"`)],
    ["text that is not NFC", (bytes) => bytes.replace('"requestId":"', '"requestId":"e\u0301')],
    ["a lone surrogate", (bytes) => bytes.replace('"requestId":"', String.raw`"requestId":"\ud800`)],
    [
      "a byte of the data that is no UTF-8",
      (bytes) => Buffer.from(bytes.replace(/"data":\{"\w+":"/, "$&\u00ff"), "latin1"),
    ],
    ["a key of the data that is no name", (bytes) => bytes.replace('"data":{', '"data":{"1":"x",')],
    ["the seq of another entry", (bytes) => bytes.replace(/"seq":"\d+"/, '"seq":"7"')],
    [
      "another organisation",
      (bytes) => bytes.replace(/"organisation":"[^"]*"/, `"organisation":"${randomUUID()}"`),
    ],
    ["an epoch that has not begun", (bytes) => bytes.replace('"epoch":"1"', '"epoch":"2"')],
    [
      "a recorded time before the entry before it",
      (bytes) => bytes.replace(/"recordedAt":"\d{4}/, '"recordedAt":"1999'),
    ],
  ])("%s: malformed, even with the head rewritten", async (_what, change) => {
    await everywhere(
      async (seq) => forger.rewrite(seq, change, true),
      (seq) => ({ verdict: "malformed", firstBadSeq: seq }),
      [150n],
    );
  });

  it("and changes nothing else, is beyond a check without an outside checkpoint: this is what those are for", async () => {
    await forger.rewrite(150n, flip, true);
    expect(await verifyLedger(organisation)).toMatchObject({ verdict: "intact" });
  });
});
