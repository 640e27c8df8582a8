import { describe, expect, test } from "vitest";
import { stopEffects, stopMeaning } from "@/lib/policy/stop";
import type { Purpose } from "@/lib/policy/document";
import { documents } from "./presets";

type Meaning = Pick<Purpose, "lawfulBasis" | "messageKind">;

const table: readonly (readonly [string, Meaning, Partial<ReturnType<typeof stopMeaning>>])[] = [
  [
    "LB-4: stopping what rests on consent withdraws it",
    { lawfulBasis: "consent", messageKind: "research" },
    { decision: "withdrawn", absolute: true, needsDecision: false, suppresses: false },
  ],
  [
    "LB-5: stopping research on legitimate interests objects; a person decides, nothing is sent meanwhile",
    { lawfulBasis: "legitimateInterests", messageKind: "research" },
    { decision: "objected", absolute: false, needsDecision: true },
  ],
  [
    "LB-5: a public task is objected to in the same way",
    { lawfulBasis: "publicTask", messageKind: "service" },
    { decision: "objected", needsDecision: true },
  ],
  [
    "LB-6: stopping marketing is absolute on any basis",
    { lawfulBasis: "legitimateInterests", messageKind: "directMarketing" },
    { decision: "objected", absolute: true, needsDecision: false, suppresses: true },
  ],
  [
    "LB-6: marketing on consent is withdrawn and suppressed",
    { lawfulBasis: "consent", messageKind: "directMarketing" },
    { decision: "withdrawn", absolute: true, suppresses: true },
  ],
  [
    "what the law demands goes on",
    { lawfulBasis: "legalObligation", messageKind: "service" },
    { decision: null, keepsRunning: true },
  ],
  [
    "what an agreement demands goes on",
    { lawfulBasis: "contract", messageKind: "service" },
    { decision: null, keepsRunning: true },
  ],
];

test.each(table)("%s", (_name, purpose, expected) => {
  expect(stopMeaning(purpose)).toMatchObject(expected);
});

describe("what to record", () => {
  test('LB-1 T, 12 row 1: "withdraw my consent" on a legitimate-interests panel becomes an objection', () => {
    expect(stopEffects(documents.citizensTogether, "promotion", null)).toEqual([
      { purposeKey: "promotion", channel: null, decision: "objected", suppresses: true },
    ]);
  });
  test("EM-3 T: stopping the newsletter leaves the survey consent intact", () => {
    const effects = stopEffects(documents.customerVoices, "news", "email");
    expect(effects).toEqual([
      { purposeKey: "news", channel: "email", decision: "withdrawn", suppresses: true },
    ]);
  });
  test("EM-3: a no to one kind of marketing reaches all marketing on that channel", () => {
    const { citizensTogether } = documents;
    const more = citizensTogether.purposes.map((one) =>
      one.key === "research" ? { ...one, messageKind: "directMarketing" as const } : one,
    );
    const effects = stopEffects({ ...citizensTogether, purposes: more }, "promotion", "email");
    expect(effects.map(({ purposeKey, channel }) => [purposeKey, channel])).toEqual([
      ["research", "email"],
      ["promotion", "email"],
    ]);
  });
  test("LB-4 T: withdrawing the case study leaves the invitations to studies", () => {
    expect(
      stopEffects(documents.customerVoices, "caseStudy", null).map(({ purposeKey }) => purposeKey),
    ).toEqual(["caseStudy"]);
  });
  test("nothing, for a purpose nobody knows or that has to go on", () => {
    expect(stopEffects(documents.connect, "nothing", null)).toEqual([]);
    expect(stopEffects(documents.connect, "noticeChanges", null)).toEqual([]);
  });
});
