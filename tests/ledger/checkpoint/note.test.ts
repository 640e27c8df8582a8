import { createPrivateKey, generateKeyPairSync } from "node:crypto";
import { describe, expect, it } from "vitest";
import { checkpointText, originOf, parseCheckpoint } from "@/lib/ledger/checkpoint/checkpoint";
import {
  cosign,
  parseNote,
  parseVerifierKey,
  signNote,
  verifierKey,
  verifyNote,
} from "@/lib/ledger/checkpoint/note";

const keyOf = (text: string) => {
  const key = parseVerifierKey(text);
  if (key === null) throw new Error(`Not a verifier key: ${text}`);
  return key;
};

// The reference note of golang.org/x/mod/sumdb/note: a published private key, so signing can be compared too.
const goKey = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
const goSeed = Buffer.from("AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz", "base64").subarray(1);
const goText =
  "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
const goNote = `${goText}\n— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n`;

// The example of c2sp.org/signed-note.
const specKey = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";
const specNote =
  "This is an example message.\n\n— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n";

// A checkpoint of a public log as its witnesses cosigned it (the lines of the log and of one witness).
const logKey =
  "arche2025h1.staging.ct.transparency.dev+ba2f06c0+AU0vHmlGCS/PdN8b2OaGmKprLI8HKM+dJ472xgFYh15f";
const witnessKey = "remora.n621.de+da77ade7+BOvN63jn/bLvkieywe8R6UYAtVtNbZpXh34x7onlmtw2";
const cosigned = `arche2025h1.staging.ct.transparency.dev
1432088532
U7WM79jrzyhGZ5/GUBTpM7NzwdyfFx61t3RovgcC4Ro=

— arche2025h1.staging.ct.transparency.dev zTM8sQAAAZ5W0WdjBAMARjBEAiBjW5IQf9pvsYLfQFX6hoGREPMHbdQ3urbllzalApkptQIgIpwtEroeW2BXaHAI4kJXFbon5Ch9MNL5zRNZ55lvGt0=
— arche2025h1.staging.ct.transparency.dev ui8GwCF1+kWqZrxGdhj4aX3gcw7XUlXQQabg/27lefwhUkzbC3NygNI75MdhL1bfTW9g8Ei59RA23oHP7Ry1k3ZFWwQ=
— remora.n621.de 2net5wAAAABqEiEgPlfF3V06o0Y+fHM+J5J9s27wgxxcOVSpZ/2g/KSiXCg9DEZI+aVCIobWX9sXTynk5XeU/zZ0WBxtqB0DrAWfBw==
`;

const root = Buffer.alloc(32, 7);
const origin = originOf("https://panel.example.org", "018F0000-0000-7000-8000-00000000000A", 1);
const text = checkpointText({ origin, size: 12n, root });
const { privateKey } = generateKeyPairSync("ed25519");

describe("published notes (C2SP)", () => {
  it("the reference note of Go verifies, and the published key signs it byte for byte", () => {
    expect(verifyNote(goNote, [keyOf(goKey)])?.text).toBe(goText);
    const der = Buffer.concat([Buffer.from("302e020100300506032b657004220420", "hex"), goSeed]);
    const key = createPrivateKey({ key: der, format: "der", type: "pkcs8" });
    expect(signNote(goText, { name: "PeterNeumann", privateKey: key })).toBe(goNote);
    expect(verifierKey("PeterNeumann", key)).toBe(goKey);
  });

  it("the specification's example verifies", () => {
    expect(verifyNote(specNote, [keyOf(specKey)])?.text).toBe("This is an example message.\n");
  });

  it("a public log's checkpoint and its witness's cosignature verify; lines of other keys are passed over", () => {
    const found = verifyNote(cosigned, [keyOf(logKey), keyOf(witnessKey)]);
    expect(found?.good.map(({ key, time }) => [key.name, time?.toISOString()])).toEqual([
      ["arche2025h1.staging.ct.transparency.dev", undefined],
      ["remora.n621.de", "2026-05-23T21:50:24.000Z"],
    ]);
    expect(parseCheckpoint(found?.text ?? "")?.size).toBe(1432088532n);
    expect(verifyNote(cosigned.replace("1432088532", "1432088533"), [keyOf(witnessKey)])).toBeNull();
  });
});

describe("a note", () => {
  const note = signNote(text, { name: origin, privateKey });
  const key = keyOf(verifierKey(origin, privateKey));

  it("is believed only when a trusted key signed exactly these bytes", () => {
    expect(verifyNote(note, [key])?.text).toBe(text);
    expect(verifyNote(note, [])).toBeNull();
    expect(verifyNote(note, [keyOf(goKey)])).toBeNull();
    expect(verifyNote(note.replace("\n12\n", "\n13\n"), [key])).toBeNull();
  });

  it("is spoilt by a bad signature of a trusted key, even beside a good one", () => {
    const witness = generateKeyPairSync("ed25519").privateKey;
    const trusted = keyOf(verifierKey("auditor.example/w1", witness, 0x04));
    const line = cosign(text, { name: "auditor.example/w1", privateKey: witness }, new Date(0));
    expect(verifyNote(note + line, [key, trusted])?.good).toHaveLength(2);
    const other = cosign(`${text}x\n`, { name: "auditor.example/w1", privateKey: witness }, new Date(0));
    expect(verifyNote(note + other, [key, trusted])).toBeNull();
  });

  it.each([
    ["no signature", text],
    ["no empty line", note.replace("\n\n", "\n")],
    ["a broken signature line", `${note}x\n`],
    ["no newline at the end", note.slice(0, -1)],
    ["a control character", note.replace("12", "1\u00002")],
    ["base64 with spare bits", note.replace(/.(=*)\n$/, "!$1\n")],
  ])("that has %s is none", (_, bent) => {
    expect(parseNote(bent)).toBeNull();
  });
});

it.each([
  "",
  "a",
  "a+b",
  goKey.replace("c74f20a3", "c74f20a4"),
  goKey.slice(0, -4),
  `${goKey}AAAA`,
  `b${goKey}`,
])("%j is no verifier key", (bent) => {
  expect(parseVerifierKey(bent)).toBeNull();
});

describe("a checkpoint", () => {
  it("names host, organisation and epoch, then size and root", () => {
    expect(text).toBe(
      "panel.example.org/ledger/018f0000-0000-7000-8000-00000000000a/1\n12\nBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwc=\n",
    );
    expect(parseCheckpoint(text)).toEqual({ origin, size: 12n, root });
  });

  it.each(["", "a\n1\n", text.replace("12", "012"), text.replace("Bw", "B"), text.slice(0, -1), `${text}\n`])(
    "%j is none",
    (bent) => {
      expect(parseCheckpoint(bent)).toBeNull();
    },
  );
});
