import { noticeSectionIds, type NoticeSection } from "@/lib/policy/notice-section";
import { readWords, wordsOf } from "./notice-edition";

// A notice in the organisation's own words: a heading and words for each part. A part that is left empty is not in it.

/** The names under which the parts post: "sections.how-long.heading" and "sections.how-long.paragraphs". */
export function sectionNames(name: string, id: string) {
  return { heading: `${name}.${id}.heading`, words: `${name}.${id}.paragraphs` };
}

export function allSectionNames(name: string): readonly string[] {
  return noticeSectionIds.flatMap((id) => Object.values(sectionNames(name, id)));
}

/**
 * The parts that were typed; one that the form did not ask about stays as it was.
 * @param typed what an input says; null for one that was not on the form
 */
export function sectionsOf(
  name: string,
  typed: (input: string) => string | null,
  before: unknown,
): readonly NoticeSection[] {
  const known = (before ?? []) as readonly NoticeSection[];
  const ids = new Set([...noticeSectionIds, ...known.map(({ id }) => id)]);
  return [...ids].flatMap((id): readonly NoticeSection[] => {
    const names = sectionNames(name, id);
    const [heading, words] = [typed(names.heading), typed(names.words)];
    if (heading === null || words === null) return known.filter((section) => section.id === id);
    return heading === "" && words === "" ? [] : [{ id, heading, ...readWords(words) }];
  });
}

/** What the form holds before anybody types. */
export function sectionsText(name: string, value: unknown): Record<string, string> {
  const texts = ((value ?? []) as readonly NoticeSection[]).map((section) => {
    const names = sectionNames(name, section.id);
    return [
      [names.heading, section.heading],
      [names.words, wordsOf(section)],
    ];
  });
  return Object.fromEntries(texts.flat()) as Record<string, string>;
}
