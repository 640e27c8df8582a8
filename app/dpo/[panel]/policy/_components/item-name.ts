import { debates, type SettablePoint } from "@/lib/policy/debated";
import { languageOf } from "@/lib/policy/languages";
import type { PartName } from "@/lib/schemas/policy-parts-form";
import type { PolicyWords } from "./policy-words";

type Named = Readonly<
  Partial<
    Record<
      | "name"
      | "label"
      | "what"
      | "title"
      | "legalName"
      | "from"
      | "to"
      | "yearly"
      | "point"
      | "language"
      | "format"
      | "key",
      unknown
    >
  >
>;

/** What an item is called in lists and headings. */
export function nameOf(part: PartName, item: unknown, words: PolicyWords): string {
  const { name, label, what, title, legalName, key, ...more } = item as Named;
  const { from, to, yearly, point, language, format } = more;
  if (part === "quietDates") return words.quiet(String(from), String(to), yearly === true);
  if (part === "settings") return debates[String(point) as SettablePoint].question;
  if (part === "noticeVariants") {
    return `${languageOf(String(language)).english}, ${words.own("format", String(format))}`;
  }
  if (part === "regulator") return `${String(name)}, ${words.civil(String(from))}`;
  const own = [name, label, what, title, legalName, key].find((one) => typeof one === "string");
  return typeof own === "string" ? own : words.t(`part.${part}`);
}
