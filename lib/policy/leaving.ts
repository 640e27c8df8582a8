// What leaving ends: what is in force, and nothing else. The trail never says that somebody took back what they never gave
// (UK GDPR 5(1)(d), 7(1), 7(3), 21; law.md CN-2, LB-4 to LB-6).
import { choicesOf, choiceStanding } from "./choice";
import type { PolicyDocument, Purpose } from "./document";
import type { ConsentFact } from "./gate/types";
import { stopMeaning, type StopEffect } from "./stop";

function endedOf(purpose: Purpose, facts: readonly ConsentFact[], at: number): readonly StopEffect[] {
  const { decision, suppresses } = stopMeaning(purpose);
  if (decision === null) return [];
  const all = choicesOf(purpose);
  const running = all.filter((channel) => choiceStanding(purpose, channel, facts, at).answer === "yes");
  const channels = running.length === all.length ? [null] : running;
  return channels.map((channel) => ({ purposeKey: purpose.key, channel, decision, suppresses }));
}

/**
 * What to record when a member leaves the panel at an instant (epoch ms): the end of everything that runs now and can be
 * stopped, as a whole where all of it runs, else channel by channel. Proof of it and answers to the person still go out
 * (law.md 3.3, service after leaving).
 */
export function leavingEffects(
  document: PolicyDocument,
  facts: readonly ConsentFact[],
  at: number,
): readonly StopEffect[] {
  return document.purposes.flatMap((purpose) => endedOf(purpose, facts, at));
}
