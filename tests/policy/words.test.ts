import { describe, expect, test } from "vitest";
import words from "@/messages/en/policy.json";
import { gateCodes } from "@/lib/policy/gate/types";
import { rules } from "@/lib/policy/gate/rules";
import { rights } from "@/lib/policy/rights";
import { consentStates } from "@/lib/policy/consent-standing";
import {
  activityKinds,
  captureMethods,
  channels,
  consentDecisions,
  lawfulBases,
  memberStates,
  messageKinds,
} from "@/lib/policy/vocabulary";

/** The words behind a key with dots, as next-intl looks them up. */
function lookUp(namespace: unknown, key: string): unknown {
  return key
    .split(".")
    .reduce<unknown>((found, part) => (found as Record<string, unknown> | undefined)?.[part], namespace);
}

const lists: readonly (readonly [string, unknown, readonly string[]])[] = [
  ["reason", words.reason, gateCodes],
  ["reasonForMember", words.reasonForMember, gateCodes],
  ["change", words.change, gateCodes],
  ["rule", words.rule, ["rightsReply", ...rules.map(({ name }) => name)]],
  ["basis", words.basis, lawfulBases],
  ["basisForStaff", words.basisForStaff, lawfulBases],
  ["channel", words.channel, channels],
  ["kind", words.kind, messageKinds],
  ["right", words.right, rights],
  ["decision", words.decision, consentDecisions],
  ["state", words.state, consentStates],
  ["memberState", words.memberState, memberStates],
  ["method", words.method, captureMethods],
  ["activityKind", words.activityKind, activityKinds],
  ["stop", words.stop, ["withdrawn", "marketing", "objected", "keepsRunning"]],
];

describe.each(lists)("%s", (_name, namespace, keys) => {
  test.each(keys)("has words for %s", (key) => {
    expect(lookUp(namespace, key)).toEqual(expect.stringMatching(/\S/));
  });
});

test("what a member reads names no law and no internal word", () => {
  const sentences = gateCodes.map((code) => String(lookUp(words.reasonForMember, code)));
  expect(sentences.join(" ")).not.toMatch(/PECR|GDPR|Article|suppress|lawful basis/i);
});
