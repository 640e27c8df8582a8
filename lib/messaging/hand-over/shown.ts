import PostalMime from "postal-mime";
import type { RenderedMessage } from "@/lib/policy/gate/message-facts";

/** What the finished message must hold to count as complete. */
export type Expected = {
  /** Who it is from, as the law knows them. */
  readonly sender: string;
  /** The link by which the reader says no, as it stands in the text, the HTML and the header. */
  readonly stop: { readonly text: string; readonly html: string; readonly header: string };
};

const entities: Readonly<Record<string, string>> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#x27;": "'",
  "&#39;": "'",
  "&nbsp;": " ",
};

/** The words of a page as somebody reads them: without comments, styles and tags. */
function wordsOf(html: string): string {
  return html
    .replaceAll(/<!--[\s\S]*?-->|<(style|head)\b[\s\S]*?<\/\1>|<[^>]*>/giu, "")
    .replaceAll(/&[#\w]+;/gu, (entity) => entities[entity] ?? entity)
    .replaceAll(/\s+/gu, " ");
}

function linksOf(html: string): readonly string[] {
  return [...html.matchAll(/<a\b[^>]*\bhref="([^"]*)"/giu)].map(([, href = ""]) => href);
}

/**
 * What a finished message shows of who sent it and how to stop it, read from its bytes and not from its template: a body
 * that lost its footer on the way shows neither (law.md 13; PECR reg 23). Each part is looked at: some read only the text.
 */
export async function shownBy(bytes: Buffer, { sender, stop }: Expected): Promise<RenderedMessage> {
  const { from, html = "", text = "", headers } = await PostalMime.parse(bytes);
  const header = (name: string) => headers.find(({ key }) => key === name)?.value ?? "";
  const named = (from?.name ?? "") !== "" && (from?.address ?? "") !== "";
  const plain = text.replaceAll(/\s+/gu, " ");
  const oneClick = header("list-unsubscribe-post") === "List-Unsubscribe=One-Click";
  return {
    identityShown: named && plain.includes(sender) && wordsOf(html).includes(sender),
    optOutOffered:
      oneClick &&
      header("list-unsubscribe").includes(`<${stop.header}>`) &&
      plain.includes(stop.text) &&
      linksOf(html).includes(stop.html),
  };
}
