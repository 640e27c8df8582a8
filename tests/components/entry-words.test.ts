import { createFormatter, createTranslator } from "next-intl";
import { describe, expect, it } from "vitest";
import { promotions, mailingOccasions, marketedSubjects } from "@/lib/policy/content-review";
import { art9Conditions } from "@/lib/policy/document";
import { noticeFormats } from "@/lib/policy/document-parts";
import { detailColumns } from "@/lib/policy/disposal-parts";
import { erasureReasons } from "@/lib/policy/erasure";
import { activityKinds, memberStates } from "@/lib/policy/vocabulary";
import { trailReasons } from "@/lib/schemas/trail-forms";
import { entryWordsIn, type Say } from "@/lib/words/entry-words";
import { momentsForPrograms, momentsIn } from "@/lib/words/moments";
import dpo from "@/messages/en/dpo.json";
import { presetDocument } from "../support/panel";

const settings = { locale: "en-GB", timeZone: "Europe/London" };
const typed = createTranslator({ ...settings, messages: { dpo }, namespace: "dpo" });
const say: Say = Object.assign(typed as (key: string) => string, {
  has: typed.has as (key: string) => boolean,
});
const panel = { document: presetDocument("customer-voices") };
const words = entryWordsIn(say, momentsIn(createFormatter(settings)), panel);

describe("an entry of the trail", () => {
  it.each<[string, readonly string[]]>([
    ["promotion", promotions],
    ["about", marketedSubjects],
    ["occasion", mailingOccasions],
    ["art9Condition", art9Conditions],
    ["format", noticeFormats],
    ["reasonCode", [...erasureReasons, ...trailReasons]],
    ["kind", activityKinds],
    ["outcome", ["accepted", "unsuccessful", "withdrawn", "came", "absent", "overridden"]],
    ["state", memberStates],
  ])("says every %s in words, not as we call it in the code", (key, values) => {
    expect(values.filter((value) => words.value(key, value) === value)).toEqual([]);
  });

  it("says its data in one line, moments as people or as programs read them", () => {
    const data = {
      lawfulBasis: "legitimateInterests",
      validUntil: "2029-05-20T17:30:05.000Z",
      previous: ["accepted", "withdrawn"],
    };
    const forPrograms = entryWordsIn(say, momentsForPrograms, panel);
    const [basis, until, previous] = ["lawfulBasis", "validUntil", "previous"].map(words.label);
    expect([words.data(data), forPrograms.data(data)]).toEqual(
      ["20 May 2029, 18:30:05", "2029-05-20T17:30:05.000Z"].map(
        (moment) => `${basis}: Legitimate interests; ${until}: ${moment}; ${previous}: Accepted, Withdrawn`,
      ),
    );
  });

  it("says what a disposal or an erasure took, and what stayed, by what it is and not by the names of tables", () => {
    const rule = panel.document.retentionRules[0];
    expect(words.value("held", `${rule?.key} 2026-10-18 legalHold`)).toBe(
      `${rule?.what}, 18 October 2026, a legal hold`,
    );
    expect(words.value("disposed", `${rule?.key} 2026-10-18`)).toBe(`${rule?.what}, 18 October 2026`);
    expect(words.value("gone", "contact_point 2")).toBe("Addresses and phone numbers: 2");
    expect(words.value("gone", "member.ageBand")).toBe("Age");
  });

  it.each(detailColumns)("has a word for a member's %s", (column) => {
    expect(words.value("gone", `member.${column}`)).not.toContain(".");
  });

  it.each([
    ...(["delivery", "attendance", "retention_item", "sign_in_session", "sign_in_request"] as const),
    ...(["survey_response", "join_request", "evidence_pack", "adjustment", "application"] as const),
    ...(["contact_permission", "contact_point", "invitation", "member_attribute"] as const),
    ...(["monitoring_answer", "monitoring_stop_notice", "objection_outcome", "representative"] as const),
    ...(["waiting_list_place", "data_subject_request", "complaint", "member"] as const),
  ])("has words for what went from %s", (table) => {
    expect(words.value("gone", `${table} 1`)).toMatch(/^[A-Z][a-z ,]+: 1$/u);
  });

  it("says what an export was narrowed to by its names", () => {
    const [purpose] = panel.document.purposes;
    expect(words.value("purpose", purpose?.key ?? "")).toBe(purpose?.name);
    expect(words.value("event", "consent.given")).toBe("Consent given");
    expect(words.value("channel", "email")).toBe("E-mail");
  });

  it("shows what somebody wrote as they wrote it", () => {
    for (const written of ["Because. He asked.", "value.x", "", "7"])
      expect(words.value("reason", written)).toBe(written);
  });
});
