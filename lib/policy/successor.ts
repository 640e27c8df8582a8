// What no later version may change, because what is stored already rests on it: a purpose's place in the packed contact
// permission, a key that records name, the addresses of the panel (DESIGN section 5).
import type { PolicyDocument } from "./document";
import { refusal, type LintFinding } from "./lint/finding";

const slots = [0, 1, 2, 3, 4, 5, 6, 7];

type Placed = { readonly key: string; readonly slot: number };

function placesOf(documents: readonly PolicyDocument[]): readonly Placed[] {
  return documents.flatMap(({ purposes }) => purposes.map(({ key, slot }) => ({ key, slot })));
}

/** A slot that no purpose of any of these documents ever had; null when all eight were used. */
export function freeSlot(documents: readonly PolicyDocument[]): number | null {
  const used = new Set(placesOf(documents).map(({ slot }) => slot));
  return slots.find((slot) => !used.has(slot)) ?? null;
}

/** What the document does to its predecessors that must not be done; `earlier` holds every version so far. */
export function successorFindings(
  earlier: readonly PolicyDocument[],
  document: PolicyDocument,
): readonly LintFinding[] {
  const places = placesOf(earlier);
  const slotFindings = document.purposes.flatMap(({ key, slot }) => {
    const path = `purposes.${key}.slot`;
    const own = places.find((place) => place.key === key);
    if (own !== undefined && own.slot !== slot) {
      return [refusal("slots", path, `This purpose has the slot ${own.slot} and keeps it for ever.`)];
    }
    return places.some((place) => place.slot === slot && place.key !== key)
      ? [refusal("slots", path, `The slot ${slot} belonged to another purpose and is never used again.`)]
      : [];
  });
  const [first] = earlier;
  if (first === undefined) return slotFindings;
  return [
    ...slotFindings,
    ...(first.panel.key === document.panel.key
      ? []
      : [refusal("keys", "panel.key", "The panel's key is its address and stays as it is.")]),
    ...(first.panel.referencePrefix === document.panel.referencePrefix
      ? []
      : [
          refusal(
            "keys",
            "panel.referencePrefix",
            "Members' references begin with this, so it stays as it is.",
          ),
        ]),
  ];
}
