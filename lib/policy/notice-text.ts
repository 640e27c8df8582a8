// A privacy notice as a text: Markdown for a page or a repository, plain lines for a letter or a voice (UK GDPR 12(1)).
import type { PolicyDocument } from "./document";
import type { NoticeVariant } from "./document-parts";
import { renderNotice } from "./notice";
import type { NoticeSection } from "./notice-section";
import type { CivilDate } from "./vocabulary";

/** The notice in Markdown: a title, then a heading, paragraphs and a list for each section. */
export function noticeMarkdown(title: string, sections: readonly NoticeSection[]): string {
  const parts = sections.map(({ heading, paragraphs, list }) =>
    [
      `## ${heading}`,
      ...paragraphs,
      ...(list === undefined ? [] : [list.map((line) => `- ${line}`).join("\n")]),
    ].join("\n\n"),
  );
  return `${[`# ${title}`, ...parts].join("\n\n")}\n`;
}

/** The notice in plain lines, headings in capitals. */
export function noticePlainText(title: string, sections: readonly NoticeSection[]): string {
  const parts = sections.map(({ heading, paragraphs, list }) =>
    [heading.toUpperCase(), ...paragraphs, ...(list ?? []).map((line) => `* ${line}`)].join("\n"),
  );
  return `${[title.toUpperCase(), ...parts].join("\n\n")}\n`;
}

export type Edition = { readonly title: string; readonly sections: readonly NoticeSection[] };

/**
 * The notice in a language and format on a day; the generated one for "en" and "standard". Null where the organisation
 * has written no such variant.
 */
export function noticeEdition(
  document: PolicyDocument,
  language: string,
  format: NoticeVariant["format"],
  on: CivilDate | null,
): Edition | null {
  if (language === "en" && format === "standard") {
    return {
      title: `Privacy notice: ${document.panel.name}`,
      sections: renderNotice(document, undefined, on),
    };
  }
  const variant = document.notice?.variants?.find(
    (one) => one.language === language && one.format === format,
  );
  return variant ?? null;
}
