/** A form as a browser without JavaScript would send it: where to, and every hidden field. */
export type HtmlForm = { readonly action: string; readonly hidden: readonly (readonly [string, string])[] };

function attribute(tag: string, name: string): string | null {
  const found = new RegExp(`\\b${name}="([^"]*)"`, "u").exec(tag)?.[1];
  return found === undefined
    ? null
    : found
        .replaceAll("&quot;", '"')
        .replaceAll("&#x27;", "'")
        .replaceAll("&lt;", "<")
        .replaceAll("&gt;", ">")
        .replaceAll("&amp;", "&");
}

/** The first POST form of a page whose markup contains `marker`. Throws when there is none. */
export function formIn(html: string, page: string, marker = ""): HtmlForm {
  const form = html
    .match(/<form\b.*?<\/form>/gsu)
    ?.find((markup) => /method="?post/iu.test(markup) && markup.includes(marker));
  if (form === undefined) throw new Error(`No form on ${page}`);
  const hidden = (form.match(/<input\b[^>]*type="hidden"[^>]*>/gu) ?? []).map((tag) => {
    return [attribute(tag, "name") ?? "", attribute(tag, "value") ?? ""] as const;
  });
  return { action: new URL(attribute(form, "action") || page, page).href, hidden };
}

/** The body a browser would post: hidden fields and what was typed. */
export function bodyOf(form: HtmlForm, typed: Readonly<Record<string, string>>): FormData {
  const body = new FormData();
  for (const [name, value] of form.hidden) body.append(name, value);
  for (const [name, value] of Object.entries(typed)) body.append(name, value);
  return body;
}
