import { partOf, partNamed, policyParts, type PartName } from "@/lib/schemas/policy-parts-form";
import { dpoPath } from "../../../_components/paths";

const one = "-";

/** The address of an item's form. A part that is no list has one item, without a key. */
export function itemPath(slug: string, part: PartName, id: string): string {
  return dpoPath(slug, `policy/draft/${part}/${id === "" ? one : encodeURIComponent(id)}`);
}

export function newItemPath(slug: string, part: PartName): string {
  return dpoPath(slug, `policy/draft/${part}/new`);
}

/** What an address names: a part, and an item of it; "new" for one to add. Null when there is no such part. */
export function itemInPath(
  part: string,
  id: string,
): { part: PartName; item: string; isNew: boolean } | null {
  const name = partNamed(part);
  if (name === null) return null;
  const listed = partOf(name).idName !== undefined;
  if (listed ? id === one : id !== one) return null;
  return {
    part: name,
    item: id === one || id === "new" ? "" : decodeURIComponent(id),
    isNew: listed && id === "new",
  };
}

/** Which part and item a path of the linter or the diff is about: "purposes.research.liaKey". Null for the whole. */
export function itemAt(path: string): { part: PartName; item: string } | null {
  const [first = "", second = ""] = path.split(".");
  if (first === "membership") return { part: second === "rounds" ? "rounds" : "membership", item: "" };
  const part = partNamed(first);
  if (part !== null && first === policyParts[part].path[0]) {
    return { part, item: partOf(part).idName === undefined ? "" : second };
  }
  return Object.keys(generalParts).includes(first) ? { part: "general", item: "" } : null;
}

const generalParts = {
  panel: true,
  promises: true,
  consentLife: true,
  contactBudget: true,
  surveyLinks: true,
  security: true,
  areas: true,
  tenures: true,
  interests: true,
  suppressionThresholds: true,
};

/** Where a finding can be put right: the item's form, or the draft as one document. */
export function itemHref(slug: string, path: string): string {
  const at = itemAt(path);
  if (at === null) return dpoPath(slug, "policy/draft/document");
  const listed = partOf(at.part).idName !== undefined;
  if (listed && at.item === "") return dpoPath(slug, "policy/draft");
  return `${itemPath(slug, at.part, at.item)}#${path
    .split(".")
    .slice(listed ? 2 : 1)
    .join(".")}`;
}

/** The findings about one item. */
export function findingsAbout<T extends { readonly path: string }>(
  findings: readonly T[],
  part: PartName,
  item: string,
): readonly T[] {
  return findings.filter(({ path }) => {
    const at = itemAt(path);
    return at?.part === part && at.item === item;
  });
}
