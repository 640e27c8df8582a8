import { getTranslations } from "next-intl/server";
import { isFaulty } from "@/lib/actions/faulty-request";

/**
 * A title as the browser shows it, or a template with `%s` in its place: what the page is, then whose, unless the title says
 * so itself. A form that came back with errors says so first; with JavaScript the error summary does that, without it nothing
 * else can.
 */
export async function pageTitle(title: string, whose?: string): Promise<string> {
  const form = await getTranslations("form");
  const named = whose === undefined ? title : `${title} – ${whose}`;
  return (await isFaulty()) ? form("errorPrefix") + named : named;
}
