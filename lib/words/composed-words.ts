import type { PanelView } from "@/lib/queries/panel/get-panel";
import type { Moments } from "./moments";

/** What a disposal says of each rule: "rule day", and for what stayed why. */
const settled: ReadonlySet<string> = new Set(["disposed", "held", "lapsed", "failed"]);

type Speaks = {
  /** The words of a key, or these where there are none. */
  readonly said: (key: string, otherwise: string) => string;
  readonly when: Pick<Moments, "civil">;
  readonly panel: Pick<PanelView, "document">;
};

function settledAs({ said, when, panel }: Speaks, [rule = "", day, why]: readonly string[]): string {
  const name = panel.document.retentionRules.find(({ key }) => key === rule)?.what ?? rule;
  const parts = [name, ...(day === undefined ? [] : [when.civil(day)])];
  return [...parts, ...(why === undefined ? [] : [said(`heldBy.${why}`, why)])].join(", ");
}

function goneAs({ said }: Speaks, [what = "", count]: readonly string[]): string {
  const name = said(`gone.${what.replace(".", "-")}`, what);
  return count === undefined ? name : `${name}: ${count}`;
}

/** A value of the data that says several things in one line (docs/ledger.md), in words; null for any other. */
export function composedWords(speaks: Speaks, key: string, written: string): string | null {
  if (settled.has(key)) return settledAs(speaks, written.split(" "));
  return key === "gone" ? goneAs(speaks, written.split(" ")) : null;
}
