import { isList, partOf, partNamed, policyParts, type PartName } from "@/lib/schemas/policy-parts-form";
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
  const listed = isList(name);
  if (listed ? id === one : id !== one) return null;
  return {
    part: name,
    item: id === one || id === "new" ? "" : decodeURIComponent(id),
    isNew: listed && id === "new",
  };
}

const partNames = Object.keys(policyParts) as PartName[];
/** What the form of the panel itself asks about, by the first step of each path. */
const ofPanel = new Set(partOf("general").inputs.map(({ name }) => name.split(".")[0]));

/**
 * Which part and item a path of the linter or the diff is about: "purposes.research.liaKey"; no item where it is about the
 * list. Null for the whole.
 */
function itemAt(path: string): { part: PartName; item: string } | null {
  const steps = path.split(".");
  const holds = (part: PartName) => {
    const own = partOf(part).path;
    return own.length > 0 && own.every((step, place) => steps[place] === step);
  };
  const part = partNames
    .filter(holds)
    .toSorted((one, other) => partOf(other).path.length - partOf(one).path.length)[0];
  if (part !== undefined) {
    return { part, item: isList(part) ? (steps[partOf(part).path.length] ?? "") : "" };
  }
  return ofPanel.has(steps[0] ?? "") ? { part: "general", item: "" } : null;
}

/** The part that a path is about; what is nowhere else is about the panel. */
export function partAt(path: string): PartName {
  return itemAt(path)?.part ?? "general";
}

/** Where on its form a path is about. */
export function anchorOf(path: string, part: PartName): string {
  const depth = partOf(part).path.length + (isList(part) ? 1 : 0);
  return path.split(".").slice(depth).join(".");
}

/** Where a finding can be put right: the item's form, or the draft as one document. */
export function itemHref(slug: string, path: string): string {
  const at = itemAt(path);
  if (at === null) return dpoPath(slug, "policy/draft/document");
  if (isList(at.part) && at.item === "") return dpoPath(slug, "policy/draft");
  return `${itemPath(slug, at.part, at.item)}#${anchorOf(path, at.part)}`;
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
