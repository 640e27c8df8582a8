import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { diffPolicies, uncoveredConsents, whatChanged } from "@/lib/policy/diff";
import { same } from "@/lib/policy/diff/change";
import { annex1Conditions } from "@/lib/policy/document-parts";
import {
  art10Conditions,
  art9Conditions,
  fieldCategories,
  specialCategories,
  transferMechanisms,
  withoutConsentReasons,
  type PolicyDocument,
} from "@/lib/policy/document";
import { lintPolicy } from "@/lib/policy/lint";
import { renderNotice } from "@/lib/policy/notice";
import { missingElements, requiredElements } from "@/lib/policy/notice-elements";
import { processingRecord, processingTable } from "@/lib/policy/processing-record";
import { channels, lawfulBases } from "@/lib/policy/vocabulary";
import { policyDocumentSchema } from "@/lib/schemas/policy-document";
import { readPolicy } from "@/lib/schemas/read-policy";
import { documents } from "./presets";

// Random policy documents: a preset in which a few values were replaced by others, good and bad, that the schema allows.

vi.setConfig({ testTimeout: 60_000 });
const runs = { numRuns: 300 };
const texts = fc.constantFrom(
  "x",
  "anonymous survey",
  "[[fill in]]",
  "Article 6(e)",
  "kept indefinitely",
  "16 or over",
);
const days = fc.constantFrom(
  "2018-05-25",
  "2025-11-21",
  "2026-06-18",
  "2026-06-19",
  "2027-01-01",
  "2031-02-28",
);
const periods = fc.constantFrom("P0D", "P6M", "P3Y", "P24M", "P9999Y");
const keys = fc.constantFrom("research", "lia-research", "panel-details", "nowhere", "typeform");

const channelLists = fc.uniqueArray(fc.constantFrom(...channels), { maxLength: 3 });

/** Other values for a property, by what it is called; undefined leaves the property out. */
const values: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  lawfulBasis: fc.constantFrom(...lawfulBases),
  messageKind: fc.constantFrom("directMarketing", "research", "service", null),
  channels: channelLists,
  promisedConsent: channelLists,
  transfer: fc.constantFrom(...transferMechanisms, undefined),
  specialCategory: fc.constantFrom(...specialCategories, undefined),
  art9Condition: fc.constantFrom(...art9Conditions, undefined),
  art10Condition: fc.constantFrom(...art10Conditions, undefined),
  withoutConsent: fc.constantFrom(...withoutConsentReasons, undefined),
  yearly: fc.boolean(),
  category: fc.constantFrom(...fieldCategories),
  where: fc.constantFrom("United Kingdom", "Australia", "United States", "Japan and Spain"),
  softOptIn: fc.constantFrom("sale", "charity", "none", undefined),
  annex1: fc.constantFrom({ condition: annex1Conditions[4], necessity: "x" }, undefined),
  period: periods,
  consentLife: periods,
  ownRetention: periods,
  term: periods,
  minimumAge: fc.integer({ min: 0, max: 30 }),
  publicAuthority: fc.boolean(),
  charity: fc.boolean(),
  required: fc.boolean(),
  withinPublicTask: fc.boolean(),
};

function valueFor(name: string): fc.Arbitrary<unknown> {
  if (/(?:On|from|by)$/u.test(name)) return days;
  return values[name] ?? (/[kK]eys?$/u.test(name) ? keys : texts);
}

type Place = { readonly holder: Record<string, unknown>; readonly name: string };

function places(value: unknown): readonly Place[] {
  if (typeof value !== "object" || value === null) return [];
  if (Array.isArray(value)) return value.flatMap(places);
  const holder = value as Record<string, unknown>;
  return Object.keys(holder).flatMap((name) => [{ holder, name }, ...places(holder[name])]);
}

const preset = fc.constantFrom(...Object.values(documents));

/** Every document here went through the schema, so it is one that could be uploaded. */
const anyDocument: fc.Arbitrary<PolicyDocument> = fc
  .tuple(preset, fc.array(fc.tuple(fc.nat(), fc.infiniteStream(fc.nat())), { maxLength: 6 }), fc.nat())
  .chain(([document, picks]) => {
    const copy = structuredClone(document) as unknown as Record<string, unknown>;
    const all = places(copy);
    const chosen = picks.flatMap(([pick]) => all[pick % all.length] ?? []);
    return fc.tuple(...chosen.map(({ name }) => valueFor(name))).map((others) => {
      const changed = structuredClone(document) as unknown as Record<string, unknown>;
      const there = places(changed);
      picks.forEach(([pick], place) => {
        const target = there[pick % there.length];
        if (target === undefined) return;
        const before = target.holder[target.name];
        if (others[place] === undefined) delete target.holder[target.name];
        else target.holder[target.name] = others[place];
        // Only documents the schema allows are worth asking about.
        if (!policyDocumentSchema.safeParse(changed).success) target.holder[target.name] = before;
      });
      return policyDocumentSchema.parse(changed);
    });
  });

const someDay = fc.option(days, { nil: null });

describe("any document that the schema allows", () => {
  test("is linted, compared, recorded and rendered without throwing", () => {
    fc.assert(
      fc.property(anyDocument, anyDocument, someDay, (first, second, on) => {
        for (const { rule, path, sentence } of lintPolicy(first, on)) {
          expect([rule, path, sentence].every((words) => words.trim() !== "")).toBe(true);
        }
        diffPolicies(first, second);
        uncoveredConsents(first, second);
        whatChanged(first, second);
        processingTable(processingRecord(first, on));
        renderNotice(first, undefined, on);
      }),
      runs,
    );
  });

  test("differs from another exactly when something is said to have changed", () => {
    fc.assert(
      fc.property(anyDocument, anyDocument, (first, second) => {
        expect(diffPolicies(first, second).length === 0).toBe(same(first, second));
        expect(diffPolicies(first, first)).toEqual([]);
      }),
      runs,
    );
  });

  test("without refusals renders a notice that holds every element of Article 13, each purpose and each end", () => {
    let whole = 0;
    fc.assert(
      fc.property(anyDocument, someDay, (document, on) => {
        if (lintPolicy(document, on).some(({ severity }) => severity === "refuse")) return;
        whole += 1;
        const sections = renderNotice(document, undefined, on);
        expect(missingElements(document, sections, on)).toEqual([]);
        expect(requiredElements(document, on).length).toBeGreaterThanOrEqual(10);
        const text = JSON.stringify(sections);
        for (const { why } of document.purposes) expect(text).toContain(JSON.stringify(why).slice(1, -1));
        for (const { name } of document.recipients) expect(text).toContain(JSON.stringify(name).slice(1, -1));
        expect(text).toContain(JSON.stringify(document.organisation.dpoEmail).slice(1, -1));
      }),
      runs,
    );
    expect(whole).toBeGreaterThan(20);
  });
});

test("no text at all makes the reader throw", () => {
  fc.assert(
    fc.property(
      fc.string({ maxLength: 400, unit: "binary" }),
      fc.constantFrom("json", "yaml"),
      (text, format) => {
        expect(readPolicy(text, format).ok).toBe(false);
      },
    ),
    runs,
  );
  fc.assert(
    fc.property(fc.json({ maxDepth: 6 }), (text) => {
      expect(readPolicy(text, "json").ok).toBe(false);
    }),
    runs,
  );
});
