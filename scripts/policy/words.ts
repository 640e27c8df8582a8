import messages from "@/messages/en/policy.json";
import type { RuleFinding } from "@/lib/policy/gate/explain";
import type { GateDecision } from "@/lib/policy/gate/types";
import { momentOf } from "@/lib/policy/scenario/moment";
import type { Outcome } from "@/lib/policy/scenario/run";

// What the terminal says about decisions, in the sentences that staff see in the product.

/** The sentence behind a key such as "consent.missing". */
function sentence(tree: unknown, key: string): string {
  const found = key
    .split(".")
    .reduce<unknown>((here, part) => (here as Record<string, unknown> | undefined)?.[part], tree);
  return typeof found === "string" ? found : key;
}

/** A decision in one line: what, why, on what it rests, how long. */
export function decisionLine(decision: GateDecision): string {
  const holds = decision.validUntil === null ? "" : ` Holds until ${momentOf(decision.validUntil)}.`;
  return `${decision.code}: ${sentence(messages.reason, decision.code)} (${decision.citation})${holds}`;
}

/** The rules that were considered, in order; the one that decides is marked. */
export function ruleLines(rules: readonly RuleFinding[]): readonly string[] {
  return rules.map(({ rule, code, citation, decides }, place) => {
    const mark = decides ? "=>" : "  ";
    const answer = code === "permitted" ? "nothing against it" : `${code} (${citation})`;
    return `${mark} ${String(place + 1).padStart(2)}. ${sentence(messages.rule, rule)} ${answer}`;
  });
}

/** What differed in a scenario, for the person who wrote it. */
export function differenceLines({ scenario, decision, until }: Outcome): readonly string[] {
  return [
    `  expected  ${scenario.expect}: ${sentence(messages.reason, scenario.expect)}`,
    `  got       ${decisionLine(decision)}`,
    ...(until === null || until.expected === until.got
      ? []
      : [`  expected to hold until ${until.expected}, holds until ${until.got}`]),
    ...(scenario.because === undefined ? [] : [`  because   ${scenario.because}`]),
  ];
}
