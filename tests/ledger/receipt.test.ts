import { generateKeyPairSync } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkReceipt, checkpointOf } from "@/lib/ledger/check-receipt";
import { checkpointText } from "@/lib/ledger/checkpoint/checkpoint";
import { cosign, signNote, verifierKey } from "@/lib/ledger/checkpoint/note";
import { inclusionProof, rootAt } from "@/lib/ledger/checkpoint/tree";
import { leafHash } from "@/lib/ledger/hashing";
import { readReceipt, receiptsIn, writeReceipt, type Receipt } from "@/lib/ledger/receipt";
import { nodesOf } from "./checkpoint/leaves";

const origin = "panel.example/ledger/0197/1";
const ours = generateKeyPairSync("ed25519");
const theirs = generateKeyPairSync("ed25519");
const ourKey = verifierKey(origin, ours.publicKey);

/** A receipt for the entry at `index` of a log with `size` entries, signed by us unless somebody else is named. */
async function receiptOf(size: number, index: number, signer = ours.privateKey): Promise<Receipt> {
  const entries = Array.from({ length: size }, (_, at) => Buffer.from(`{"seq":"${at + 1}"}`));
  const nodes = nodesOf(entries.map(leafHash));
  const text = checkpointText({ origin, size: BigInt(size), root: await rootAt(BigInt(size), nodes) });
  return {
    entry: entries[index] ?? Buffer.alloc(0),
    index: BigInt(index),
    path: await inclusionProof(BigInt(index), BigInt(size), nodes),
    note: signNote(text, { name: origin, privateKey: signer }),
  };
}

function sealOf(text: string, keys: readonly string[] = [ourKey]) {
  const receipt = readReceipt(text);
  if (typeof receipt === "string") return `unreadable: ${receipt}`;
  const checkpoint = checkpointOf(receipt);
  return checkpoint === null ? "unreadable: checkpoint" : checkReceipt(receipt, checkpoint, keys);
}

describe("a receipt as text", () => {
  it("is a C2SP tlog-proof that anyone can check: record, place, path, checkpoint", async () => {
    for (const size of [1, 2, 3, 7, 8, 13]) {
      for (let index = 0; index < size; index += 1) {
        const receipt = await receiptOf(size, index);
        const text = writeReceipt(receipt);
        expect(text).toMatch(
          /^c2sp\.org\/tlog-proof@v1\nextra [^\n]+\nindex \d+\n(?:[^\n]{44}\n)*\npanel\.example/u,
        );
        expect(readReceipt(text)).toEqual(receipt);
        expect(sealOf(text), `${index} of ${size}`).toBe("sealed");
      }
    }
  });

  it("is read and checked with a witness's signature below the log's", async () => {
    const good = await receiptOf(7, 3);
    const text = good.note.slice(0, good.note.lastIndexOf("\n— "));
    const witness = { name: "auditor.example/panel", privateKey: theirs.privateKey };
    const cosigned = writeReceipt({ ...good, note: good.note + cosign(text, witness, new Date()) });
    expect(receiptsIn(cosigned)).toEqual([cosigned]);
    expect(sealOf(cosigned)).toBe("sealed");
  });

  it("is found in whatever was pasted: a file, two after another, a quoted mail with its footer", async () => {
    const [one, two] = [writeReceipt(await receiptOf(5, 2)), writeReceipt(await receiptOf(9, 8))];
    expect(receiptsIn(one)).toEqual([one]);
    expect(receiptsIn(`${one}\n${two}`)).toEqual([one, two]);
    const quoted = one.split("\n").map((line) => `> ${line}`);
    expect(receiptsIn(["\ufeffDear Sam,", "", ...quoted, "", "Who this is from"].join("\r\n"))).toEqual([
      one,
    ]);
    const broken = one.replace(/^(extra .{10})/mu, "$1\n");
    expect(broken).not.toBe(one);
    expect(receiptsIn(broken)).toEqual([one]);
    expect(receiptsIn("Nothing of the kind")).toEqual([]);
  });

  it.each([
    ["beginning", (text: string) => text.replace("tlog-proof@v1", "tlog-proof@v2")],
    ["record", (text: string) => text.replace(/^extra .*\n/mu, "")],
    ["record", (text: string) => text.replace(/^extra ./mu, "extra *")],
    ["place", (text: string) => text.replace(/^index 3/mu, "index 03")],
    ["path", (text: string) => text.replace(/^(index 3\n.{20})/mu, "$1 ")],
    ["checkpoint", (text: string) => text.slice(0, text.indexOf("\n\n"))],
    ["checkpoint", (text: string) => text.slice(0, text.indexOf("— "))],
    ["checkpoint", (text: string) => text.replace("\n7\n", "\nseven\n")],
  ])("says which part cannot be read: %s", async (part, spoil) => {
    expect(sealOf(spoil(writeReceipt(await receiptOf(7, 3))))).toBe(`unreadable: ${part}`);
  });
});

describe("a receipt that is not as it was", () => {
  it("is never taken for a good one, whichever byte of it was changed", async () => {
    const text = writeReceipt(await receiptOf(11, 6));
    const bytes = Buffer.from(text, "utf8");
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const spoiled = Buffer.from(bytes);
        spoiled[at] = (spoiled[at] ?? 0) ^ change;
        expect(sealOf(spoiled.toString("utf8"))).not.toBe("sealed");
      }),
      { numRuns: 2_000 },
    );
  });

  it("is told apart: altered, signed by nobody we know, or in our name by somebody else", async () => {
    const good = await receiptOf(6, 4);
    const text = writeReceipt({ ...good, entry: Buffer.from('{"seq":"9"}') });
    expect(sealOf(text)).toBe("altered");
    expect(sealOf(writeReceipt({ ...good, index: 3n }))).toBe("altered");
    expect(sealOf(writeReceipt({ ...good, path: good.path.slice(1) }))).toBe("altered");
    expect(sealOf(writeReceipt(good), [])).toBe("unknownKey");
    expect(sealOf(writeReceipt(good), ["not a key"])).toBe("unknownKey");
    expect(sealOf(writeReceipt(await receiptOf(6, 4, theirs.privateKey)))).toBe("unknownKey");
    const line = good.note.lastIndexOf("— ");
    const bytes = Buffer.from(good.note.slice(good.note.lastIndexOf(" ") + 1), "base64");
    bytes[30] = (bytes[30] ?? 0) ^ 1;
    const forged = `${good.note.slice(0, line)}— ${origin} ${bytes.toString("base64")}\n`;
    expect(sealOf(writeReceipt({ ...good, note: forged }))).toBe("badlySigned");
  });
});
