import { createElement } from "react";
import { render } from "react-email";
import { Letter, type LetterPart } from "@/emails/letter";
import type { NoticeSection } from "@/lib/policy/notice-section";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import { frameOf, type Stopping } from "./frame";
import { mailWords } from "./words";

/** A letter in words, before its layout. */
export type LetterContent = {
  readonly subject: string;
  readonly preview: string;
  readonly why: string;
  readonly heading: string;
  /** The member's given name, or null for someone we do not know yet. */
  readonly name: string | null;
  readonly parts: readonly LetterPart[];
  readonly calendar?: string;
  /** Receipts with proof (docs/ledger-receipts.md), as a file that goes with the letter. */
  readonly receipt?: string;
  /** A signed checkpoint of the ledger, as a file that goes with the letter. */
  readonly checkpoint?: string;
};

export type Rendered = { readonly html: string; readonly text: string };

export function paragraph(words: string): LetterPart {
  return { kind: "paragraph", words };
}

/** What somebody typed, as paragraphs: a blank line begins a new one. */
export function paragraphs(words: string): readonly LetterPart[] {
  return words
    .split(/\n\s*\n/u)
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .map(paragraph);
}

/** What the policy says in sections, each under its heading. */
export function sections(all: readonly NoticeSection[]): readonly LetterPart[] {
  return all.flatMap(({ heading, paragraphs: words }): readonly LetterPart[] => [
    { kind: "subtitle", words: heading },
    ...words.map(paragraph),
  ]);
}

export function note(words: string): LetterPart {
  return { kind: "note", words };
}

export function button(label: string, url: string): LetterPart {
  return { kind: "button", label, url, hint: mailWords("frame.buttonNotWorking") };
}

/** Both parts of a mail. */
export async function renderLetter(
  panel: PanelView,
  content: LetterContent,
  stopping: Stopping,
): Promise<Rendered> {
  const letter = createElement(Letter, {
    frame: frameOf(panel, { preview: content.preview, why: content.why, stopping }),
    heading: content.heading,
    greeting:
      content.name === null
        ? mailWords("frame.greetingNoName")
        : mailWords("frame.greeting", { name: content.name }),
    parts: content.parts,
  });
  const [html, text] = await Promise.all([
    render(letter),
    render(letter, { plainText: true, htmlToTextOptions: textOptions }),
  ]);
  return { html, text };
}

/** Headings keep their letters, and the address below a button, which the button shows already, is left out. */
const textOptions = {
  wordwrap: false as const,
  selectors: [
    { selector: "h1", options: { uppercase: false } },
    { selector: "h2", options: { uppercase: false } },
    { selector: "[data-text-part=leave-out]", format: "skip" },
    { selector: "[data-skip-in-text=true]", format: "skip" },
    { selector: "img", format: "skip" },
    { selector: "a", options: { linkBrackets: false as const, hideLinkHrefIfSameAsText: true } },
  ],
};
