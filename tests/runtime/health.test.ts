import { expect, it } from "vitest";
import { isWell } from "@/app/api/health/is-well";
import type { Health } from "@/lib/queries/operations/get-health";

const well: Health = {
  ...{ database: "ok", storage: "ok", migrations: "ok", worker: "ok", mail: "ok" },
  ...{ permission: "ok", ledger: "ok", checkpoints: "ok" },
};

it.each<[string, Partial<Health>, { readonly ready: boolean; readonly all: boolean }]>([
  ["all of it works", {}, { ready: true, all: true }],
  ["the database is away", { database: "unreachable" }, { ready: false, all: false }],
  ["the database's disk is full", { storage: "refusing" }, { ready: true, all: false }],
  ["the schema is behind", { migrations: "behind" }, { ready: false, all: false }],
  ["the schema is not known", { migrations: "unknown" }, { ready: false, all: false }],
  ["no worker beats", { worker: "silent" }, { ready: true, all: false }],
  ["the mail server is away", { mail: "unreachable" }, { ready: true, all: false }],
  ["the mail server refuses", { mail: "refusing" }, { ready: true, all: false }],
  ["a ledger is held", { ledger: "held" }, { ready: true, all: false }],
  ["a ledger is behind", { ledger: "behind" }, { ready: true, all: false }],
  ["nobody signs", { checkpoints: "late" }, { ready: true, all: false }],
  ["a nightly check found a difference", { permission: "differs" }, { ready: true, all: true }],
])("when %s, the probes say so", (_what, found, expected) => {
  const health = { ...well, ...found };
  expect({ ready: isWell("ready", health), all: isWell("all", health) }).toEqual(expected);
});

it.each(["", "live2", "constructor"])("of a probe that nobody knows (%j) nothing is well", (probe) => {
  expect(isWell(probe, well)).toBe(false);
});
