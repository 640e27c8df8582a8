import { describe, expect, test } from "vitest";
import { whatChanged } from "@/lib/policy/diff";
import type { PolicyDocument } from "@/lib/policy/document";
import { noticeFormats } from "@/lib/policy/document-parts";
import { directionOf, languageOf, languages } from "@/lib/policy/languages";
import { editionAt, editionsOf, editionSlug, hashedPart, inReadingOrder } from "@/lib/policy/notice-editions";
import { renderEasyRead } from "@/lib/policy/notice-easy-read";
import { missingElements } from "@/lib/policy/notice-elements";
import { sentencesOf } from "@/lib/policy/sentences";
import { documents } from "./presets";

const on = "2026-11-21";
const sample = documents.citizensTogether;
const presets = Object.entries(documents).map(([key, document]) => ({ key, document }));

describe("an Easy Read notice is made of the policy", () => {
  test.each(presets)("$key: it has every element that the standard notice must have", ({ document }) => {
    expect(missingElements(document, renderEasyRead(document, {}, on), on)).toEqual([]);
  });

  test.each(presets)(
    "$key: every heading but none other is a question, each heading once",
    ({ document }) => {
      const sections = renderEasyRead(document, {}, on);
      expect(sections.filter(({ heading }) => !heading.endsWith("?"))).toEqual([]);
      expect(new Set(sections.map(({ id }) => id)).size).toBe(sections.length);
    },
  );

  test.each(presets)(
    "$key: the right to object stands alone, before everything else but the introduction",
    ({ document }) => {
      const ids = renderEasyRead(document, {}, on).map(({ id }) => id);
      if (ids.includes("your-right-to-object")) expect(ids[1]).toBe("your-right-to-object");
    },
  );

  test.each(presets)("$key: a paragraph is one sentence", ({ document }) => {
    const paragraphs = renderEasyRead(document, {}, on)
      .filter(({ id }) => id !== "regulator")
      .flatMap(({ paragraphs: words }) => words);
    expect(paragraphs.filter((words) => sentencesOf(words).length > 1)).toEqual([]);
  });

  test("before 19 June 2026 the complaint to the organisation is not in it", () => {
    const ids = (day: string) => renderEasyRead(sample, {}, day).map(({ id }) => id);
    expect(ids("2026-06-18")).not.toContain("complain-to-us");
    expect(ids("2026-06-19")).toContain("complain-to-us");
  });

  test("the organisation's own opening stands in it, sentence by sentence", () => {
    const [first] = renderEasyRead(sample, { opening: ["We are near. Come and see us."] }, on);
    expect(first?.paragraphs).toEqual(expect.arrayContaining(["We are near.", "Come and see us."]));
  });
});

describe("one notice in several editions", () => {
  test("standard, Easy Read and large print are published with every policy", () => {
    const made = editionsOf(null, { ...sample, notice: {} }, on);
    expect(made.map(({ language, format }) => `${language} ${format}`)).toEqual([
      "en standard",
      "en easyRead",
      "en largePrint",
    ]);
    expect(made[2]?.sections).toEqual(made[0]?.sections);
  });

  test("the organisation's own text goes before a made one, and others are added", () => {
    const own = { title: "Mewn print bras", sections: [{ id: "why", heading: "Pam", paragraphs: ["Am."] }] };
    const variants = [
      { language: "en", format: "easyRead", ...own },
      { language: "cy", format: "standard", ...own },
    ] as const;
    const made = editionsOf(null, { ...sample, notice: { variants } }, on);
    expect(made.map(({ language, format, title }) => [language, format, title])).toEqual([
      ["en", "standard", null],
      ["en", "largePrint", null],
      ["en", "easyRead", own.title],
      ["cy", "standard", own.title],
    ]);
  });

  test("what changed comes right after the short part, and only when something did", () => {
    const after: PolicyDocument = {
      ...sample,
      recipients: [
        ...sample.recipients,
        {
          key: "post",
          name: "Post House",
          role: "processor",
          whatFor: "Posts letters.",
          where: "United Kingdom",
        },
      ],
    };
    expect(whatChanged(sample, after)).not.toBeNull();
    expect(editionsOf(sample, after, on).map(({ sections }) => sections[1]?.id)).toEqual(
      Array.from({ length: editionsOf(sample, after, on).length }, () => "what-changed"),
    );
    const same = editionsOf(sample, sample, on).flatMap(({ sections }) => sections.map(({ id }) => id));
    expect(same).not.toContain("what-changed");
  });

  test("a title is part of what is hashed; an edition without one is its sections", () => {
    expect(hashedPart({ title: null, sections: [] })).toEqual([]);
    expect(hashedPart({ title: "Teitl", sections: [] })).toEqual({ title: "Teitl", sections: [] });
  });
});

test("English comes before other languages, the standard text before Easy Read and large print", () => {
  const mixed = [
    "pl easyRead",
    "en largePrint",
    "cy largePrint",
    "en standard",
    "cy standard",
    "en easyRead",
  ];
  const editions = mixed.map((words) => {
    const [language = "", format] = words.split(" ");
    return { language, format: noticeFormats.find((one) => one === format) ?? ("standard" as const) };
  });
  expect(inReadingOrder(editions).map(({ language, format }) => `${language} ${format}`)).toEqual([
    "en standard",
    "en easyRead",
    "en largePrint",
    "cy standard",
    "cy largePrint",
    "pl easyRead",
  ]);
});

describe("the address of an edition", () => {
  const editions = languages.flatMap(({ tag }) => noticeFormats.map((format) => ({ language: tag, format })));

  test.each(editions.filter((one) => editionSlug(one) !== ""))(
    "$language $format is found by its own address",
    (edition) => {
      expect(editionAt(editionSlug(edition))).toEqual(edition);
    },
  );

  test.each(["", "en", "standard", "easyread", "cy-", "-easy-read", "en-easy-read", "../1", "CY easy"])(
    "%j is nobody's address",
    (slug) => {
      expect(editionAt(slug)).toBeNull();
    },
  );
});

describe("languages", () => {
  test.each([
    ["ar", "rtl"],
    ["ur", "rtl"],
    ["cy", "ltr"],
    ["xx", "ltr"],
  ])("%s is written %s", (tag, direction) => {
    expect(directionOf(tag)).toBe(direction);
  });

  test("each has its own name, each tag is there once", () => {
    expect(languageOf("cy").own).toBe("Cymraeg");
    expect(languageOf("xx").own).toBe("xx");
    expect(new Set(languages.map(({ tag }) => tag)).size).toBe(languages.length);
  });
});

test("a sentence does not end at an abbreviation or an initial", () => {
  expect(sentencesOf("See s. 164A of the law. Phone us! Why? E.g. this.")).toEqual([
    "See s. 164A of the law.",
    "Phone us!",
    "Why?",
    "E.g. this.",
  ]);
  expect(sentencesOf("  ")).toEqual([]);
});
