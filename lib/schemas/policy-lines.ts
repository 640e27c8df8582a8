import { LineCounter, parseDocument, isMap, isScalar, isSeq, type Node } from "yaml";
import type { PolicyDocument } from "@/lib/policy/document";
import { policyDocumentSchema } from "./policy-document";

// In which line of a typed document a problem is. JSON is YAML too, so one reader finds the places of both.

function named(node: unknown, name: string): Node | null {
  if (isMap(node)) {
    const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === name);
    return (pair?.value ?? pair?.key ?? null) as Node | null;
  }
  if (!isSeq(node)) return null;
  const own = node.items.find(
    (item) => isMap(item) && (item.get("key") === name || item.get("name") === name),
  );
  return (own ?? node.items[Number(name) - 1] ?? null) as Node | null;
}

/**
 * The line (from 1) of a path such as "purposes.research.slot" in the text of a JSON or YAML document; of the deepest part
 * that is there, where the rest is missing. Null where nothing of it is, or the text cannot be read.
 */
export function lineOf(text: string, path: string): number | null {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, strict: false, uniqueKeys: false });
  let node: Node | null = document.contents;
  let found: number | null = null;
  for (const name of path.split(".")) {
    node = named(node, name);
    const start = node?.range?.[0];
    if (start === undefined) return found;
    found = lines.linePos(start).line;
  }
  return found;
}

/** A document as text to be edited, its keys in the order in which the schema tells of them. The database keeps none. */
export function writtenPolicy(document: PolicyDocument): string {
  const ordered = policyDocumentSchema.safeParse(document);
  return JSON.stringify(ordered.success ? ordered.data : document, null, 2);
}
