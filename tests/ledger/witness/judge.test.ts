import { generateKeyPairSync } from "node:crypto";
import { describe, expect, it } from "vitest";
import { readAddCheckpoint, writeAddCheckpoint } from "@/lib/ledger/checkpoint/add-checkpoint";
import { checkpointText } from "@/lib/ledger/checkpoint/checkpoint";
import { parseVerifierKey, signNote, verifierKey } from "@/lib/ledger/checkpoint/note";
import { consistencyProof } from "@/lib/ledger/checkpoint/tree";
import { judge } from "@/lib/witness/judge";
import { leavesOf, nodesOf, rootBy } from "../checkpoint/leaves";

// The example of c2sp.org/tlog-witness.
const published = `old 20852014
PlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkaw=
jrJZDmY8Y7SyJE0MWLpLozkIVMSMZcD5kvuKxPC3swk=
5+pKlUdi2LeF/BcMHBn+Ku6yhPGNCswZZD1X/6QgPd8=
/6WVhPs2CwSsb5rYBH5cjHV/wSmA79abXAwhXw3Kj/0=

example.com/behind-the-sofa
20852163
CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
— example.com/behind-the-sofa opLqBQsREYCgu6xQkYQwJr9fo45a62DN9EdmHXnZdXNqlcVGlCum2Wks+49/V6267UEjw6QUXTS5Rovnzv++qbSzm9Q=
`;

const origin = "panel.example.org/ledger/a/1";
const { privateKey } = generateKeyPairSync("ed25519");
const key = parseVerifierKey(verifierKey(origin, privateKey));
const logs = key === null ? [] : [key];
const honest = leavesOf(50);
const other = leavesOf(50, "another history ");

const headOf = (leaves: readonly Buffer[], size: number) => ({
  size: BigInt(size),
  root: size === 0 ? Buffer.alloc(0) : rootBy(leaves.slice(0, size)),
});

async function request(
  leaves: readonly Buffer[],
  from: number,
  to: number,
  by = privateKey,
): Promise<string> {
  const proof = await consistencyProof(BigInt(from), BigInt(to), nodesOf(leaves));
  const note = signNote(checkpointText({ origin, ...headOf(leaves, to) }), { name: origin, privateKey: by });
  return writeAddCheckpoint({ oldSize: BigInt(from), proof, note });
}

describe("a request to a witness", () => {
  it("is read and written as the specification's example", () => {
    const read = readAddCheckpoint(published);
    expect(read).toMatchObject({ oldSize: 20852014n });
    expect(read && writeAddCheckpoint(read)).toBe(published);
  });

  it.each(["", "old 1", "old 01\n\nx", "old -1\n\nx", "old 1\nAAAA\n\nx", "new 1\n\nx"])(
    "%j is none",
    (body) => {
      expect(judge(body, logs, () => headOf(honest, 0)).status).toBe(400);
    },
  );
});

describe("a witness that has signed 20 entries", () => {
  const known = () => headOf(honest, 20);
  const stranger = generateKeyPairSync("ed25519").privateKey;

  it.each<[words: string, status: number, body: () => Promise<string>]>([
    ["signs what has only grown", 200, () => request(honest, 20, 50)],
    ["signs the same again", 200, () => request(honest, 20, 20)],
    ["refuses another history that is longer", 422, () => request(other, 20, 50)],
    ["refuses another tree of the same size", 409, () => request(other, 20, 20)],
    ["refuses one that is shorter: it says what it knows", 409, () => request(honest, 10, 15)],
    ["refuses a proof from elsewhere", 409, () => request(honest, 10, 50)],
    ["refuses one that begins anew", 409, () => request(other, 0, 50)],
    ["refuses what the log has not signed", 403, () => request(honest, 20, 50, stranger)],
  ])("%s: %i", async (_, status, body) => {
    expect(judge(await body(), logs, known).status).toBe(status);
  });

  it("does not know other logs, and not a log's key under another name", async () => {
    expect(judge(await request(honest, 20, 50), [], known).status).toBe(404);
  });

  it("refuses an old size beyond the new one, and a proof that is not needed", async () => {
    const read = readAddCheckpoint(await request(honest, 20, 20));
    if (read === null) throw new Error("The request was just written");
    expect(judge(writeAddCheckpoint({ ...read, oldSize: 21n }), logs, known).status).toBe(400);
    const padded = writeAddCheckpoint({ ...read, proof: [Buffer.alloc(32)] });
    expect(judge(padded, logs, known).status).toBe(422);
  });

  it("names the size it knows when it refuses for that", async () => {
    expect(judge(await request(honest, 10, 50), logs, known)).toMatchObject({ size: 20n });
    expect(judge(await request(other, 20, 20), logs, known)).not.toHaveProperty("size");
  });
});
