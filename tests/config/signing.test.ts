import { generateKeyPairSync } from "node:crypto";
import { describe, expect, it } from "vitest";
import { ConfigError } from "@/lib/config/config";
import { parseSigning } from "@/lib/config/signing";
import { verifierKey } from "@/lib/ledger/checkpoint/note";

const { privateKey } = generateKeyPairSync("ed25519");
const inBase64 = (key = privateKey) => key.export({ format: "der", type: "pkcs8" }).toString("base64");
const complete = { CHECKPOINT_KEY: inBase64(), CHECKPOINT_DIR: "/var/lib/checkpoints" };
const witness = {
  WITNESS_URL: "https://witness.example/",
  WITNESS_KEY: verifierKey("auditor.example/w1", privateKey, 0x04),
};

function faultsOf(env: Record<string, string | undefined>): readonly string[] {
  try {
    parseSigning(env);
    return [];
  } catch (fault) {
    if (!(fault instanceof ConfigError)) throw fault;
    return fault.faults.map((line) => line.split(" ")[0] ?? "");
  }
}

describe("what the worker signs with", () => {
  it("is a key and a folder, and a witness where there is one", () => {
    expect(parseSigning(complete)).toMatchObject({ dir: "/var/lib/checkpoints" });
    expect(parseSigning({ ...complete, ...witness }).witness).toMatchObject({
      url: "https://witness.example",
      key: { name: "auditor.example/w1" },
    });
  });

  it.each<[words: string, env: Record<string, string | undefined>, names: readonly string[]]>([
    ["everything", {}, ["CHECKPOINT_KEY", "CHECKPOINT_DIR"]],
    ["a key that is none", { ...complete, CHECKPOINT_KEY: "c2VjcmV0" }, ["CHECKPOINT_KEY"]],
    [
      "a key of another kind",
      { ...complete, CHECKPOINT_KEY: inBase64(generateKeyPairSync("x25519").privateKey) },
      ["CHECKPOINT_KEY"],
    ],
    ["a witness without its key", { ...complete, ...witness, WITNESS_KEY: "" }, ["WITNESS_KEY"]],
    ["a witness without its address", { ...complete, ...witness, WITNESS_URL: undefined }, ["WITNESS_URL"]],
    [
      "a log's key for the witness's",
      { ...complete, ...witness, WITNESS_KEY: verifierKey("auditor.example/w1", privateKey) },
      ["WITNESS_KEY"],
    ],
  ])("names what is missing or wrong: %s", (_, env, names) => {
    expect(faultsOf(env)).toEqual(names);
  });

  it("never repeats a value", () => {
    expect(() => parseSigning({ ...complete, CHECKPOINT_KEY: "c2VjcmV0" })).toThrow(
      expect.not.objectContaining({ message: expect.stringContaining("c2VjcmV0") }),
    );
  });
});
