import { createFormatter, createTranslator } from "next-intl";
import { describe, expect, it } from "vitest";
import { promotions, mailingOccasions, marketedSubjects } from "@/lib/policy/content-review";
import { art9Conditions } from "@/lib/policy/document";
import { noticeFormats } from "@/lib/policy/document-parts";
import { erasureReasons } from "@/lib/policy/erasure";
import { activityKinds, memberStates } from "@/lib/policy/vocabulary";
import { trailReasons } from "@/lib/schemas/trail-forms";
import { entryWordsIn, type Say } from "@/lib/words/entry-words";
import { momentsIn } from "@/lib/words/moments";
import dpo from "@/messages/en/dpo.json";
import { presetDocument } from "../support/panel";

const settings = { locale: "en", timeZone: "Europe/London" };
const typed = createTranslator({ ...settings, messages: { dpo }, namespace: "dpo" });
const say: Say = Object.assign(typed as (key: string) => string, {
  has: typed.has as (key: string) => boolean,
});
const words = entryWordsIn(say, momentsIn(createFormatter(settings)), {
  document: presetDocument("customer-voices"),
});

describe("an entry of the trail", () => {
  it.each<[string, readonly string[]]>([
    ["promotion", promotions],
    ["about", marketedSubjects],
    ["occasion", mailingOccasions],
    ["art9Condition", art9Conditions],
    ["format", noticeFormats],
    ["reasonCode", [...erasureReasons, ...trailReasons]],
    ["kind", activityKinds],
    ["state", memberStates],
  ])("says every %s in words, not as we call it in the code", (key, values) => {
    expect(values.filter((value) => words.value(key, value) === value)).toEqual([]);
  });

  it("shows what somebody wrote as they wrote it", () => {
    for (const written of ["Because. He asked.", "value.x", "", "7"])
      expect(words.value("reason", written)).toBe(written);
  });
});
