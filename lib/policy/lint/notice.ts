// No notice is published that lacks an element, in any language or format; nor one whose places to fill in are still open
// (UK GDPR 12(1), 13, 21(4); DPA 2018 s.164A; law.md TR-1, TR-4, LB-7, 12 row 19).
import type { PolicyDocument } from "../document";
import { renderNotice } from "../notice";
import { missingElements } from "../notice-elements";
import type { NoticeSection } from "../notice-section";
import type { CivilDate } from "../vocabulary";
import { duplicates, refusal, type LintFinding } from "./finding";

function elementFindings(
  document: PolicyDocument,
  place: string,
  sections: readonly NoticeSection[],
  on: CivilDate | null,
): readonly LintFinding[] {
  return [
    ...missingElements(document, sections, on).map(({ id, what, source, rule }) =>
      refusal(rule, `${place}.${id}`, `This notice does not say ${what} (${source}). Add the part "${id}".`),
    ),
    ...duplicates(sections.map(({ id }) => id)).map((id) =>
      refusal("TR-1", `${place}.${id}`, `The part "${id}" is here twice.`),
    ),
  ];
}

export function noticeFindings(document: PolicyDocument, on: CivilDate | null): readonly LintFinding[] {
  const variants = document.notice?.variants ?? [];
  const editions = variants.map(({ language, format }) => `${language}-${format}`);
  return [
    ...elementFindings(document, "notice", renderNotice(document, undefined, on), on),
    ...variants.flatMap(({ language, format, sections }) =>
      elementFindings(document, `notice.variants.${language}-${format}`, sections, on),
    ),
    ...duplicates(["en-standard", ...editions]).map((edition) =>
      refusal("TR-3", `notice.variants.${edition}`, "There is already a notice in this language and format."),
    ),
  ];
}

/** Words in double square brackets say what the organisation still has to write there. */
const openPlace = /\[\[([^\]]+)\]\]/gu;

function openPlaces(value: unknown, path: string): readonly LintFinding[] {
  if (typeof value === "string") {
    return [...value.matchAll(openPlace)].map(([, what = ""]) => refusal("fill in", path, `${what.trim()}.`));
  }
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([part, inner]) => {
    const { key } = (inner ?? {}) as { readonly key?: unknown };
    const place = Array.isArray(value) ? String(Number(part) + 1) : part;
    const name = typeof key === "string" && Array.isArray(value) ? key : place;
    return openPlaces(inner, path === "" ? name : `${path}.${name}`);
  });
}

export function openPlaceFindings(document: PolicyDocument): readonly LintFinding[] {
  return openPlaces(document, "");
}
