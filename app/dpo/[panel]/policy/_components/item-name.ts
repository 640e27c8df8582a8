import type { PartName } from "@/lib/schemas/policy-parts-form";
import type { PolicyWords } from "./policy-words";

type Named = Readonly<
  Partial<Record<"name" | "label" | "what" | "title" | "legalName" | "from" | "to" | "key", unknown>>
>;

/** What an item is called in lists and headings. */
export function nameOf(part: PartName, item: unknown, words: PolicyWords): string {
  const { name, label, what, title, legalName, from, to, key } = item as Named;
  if (part === "quietDates") return `${words.civil(String(from))} – ${words.civil(String(to))}`;
  if (part === "regulator") return `${String(name)}, ${words.civil(String(from))}`;
  const own = [name, label, what, title, legalName, key].find((one) => typeof one === "string");
  return typeof own === "string" ? own : words.t(`part.${part}`);
}
