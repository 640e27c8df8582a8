import { expect, test } from "vitest";
import type { ConsentFact } from "@/lib/policy/gate/types";
import { leavingEffects } from "@/lib/policy/leaving";
import type { Channel, ConsentDecision } from "@/lib/policy/vocabulary";
import { documents } from "./presets";

const now = Date.UTC(2026, 10, 21);

function decided(purposeKey: string, channel: Channel | null, decision: ConsentDecision): ConsentFact {
  const at = now - 1_000;
  return {
    ...{ purposeKey, channel, decision, method: "web", evidenced: true },
    ...{ effectiveAt: at, recordedAt: at, validUntil: null },
  };
}

function ended(document: (typeof documents)["connect"], facts: readonly ConsentFact[]) {
  return leavingEffects(document, facts, now).map(({ purposeKey, channel, decision }) =>
    [decision, purposeKey, channel].filter(Boolean).join(" "),
  );
}

test("leaving ends what runs of itself, as a whole, and no consent that nobody gave", () => {
  expect(ended(documents.connect, [])).toEqual([
    "objected membership",
    "objected research",
    "objected tailoring",
  ]);
  expect(ended(documents.customerVoices, [])).toEqual([]);
});

test("leaving ends a yes on the channels it was given for, and leaves what was refused as it is", () => {
  const facts = [
    decided("research", "email", "given"),
    decided("research", "call", "refused"),
    decided("news", "email", "refused"),
    decided("support", null, "given"),
  ];
  expect(ended(documents.customerVoices, facts)).toEqual(["withdrawn research email", "withdrawn support"]);
});

test("leaving objects only on the channels that were not refused before", () => {
  const facts = [decided("research", "email", "refused"), decided("tailoring", null, "objected")];
  expect(ended(documents.connect, facts)).toEqual([
    "objected membership",
    "objected research sms",
    "objected research call",
    "objected research post",
  ]);
});
