import { choicesOf } from "@/lib/policy/choice";
import type { Purpose } from "@/lib/policy/document";
import { purposeOf } from "@/lib/policy/purpose";
import { ok, refuse, type Result } from "@/lib/result";
import type { PostedChoices } from "@/lib/schemas/choices";
import { choiceName } from "@/lib/schemas/join-answers";
import { changeChoices, type AnsweredChoice } from "@/lib/usecases/consent/change-choices";
import { runDecision } from "@/lib/usecases/consent/run-decision";
import type { Call, Outcome } from "../form-action";
import { redirectAfterNo } from "./after-no";
import { choiceWording, stopWording } from "./choice-words";
import { saveStopAndAnswers } from "./stop-and-answers";

async function answersTo(purpose: Purpose, posted: PostedChoices): Promise<readonly AnsweredChoice[]> {
  const given = choicesOf(purpose).flatMap((channel) => {
    const answer = posted[choiceName({ purposeKey: purpose.key, channel })];
    return answer === "yes" || answer === "no" ? [{ channel, answer } as const] : [];
  });
  return Promise.all(
    given.map(async ({ channel, answer }) => ({
      purposeKey: purpose.key,
      channel,
      answer,
      wording: await choiceWording(purpose, channel, answer),
    })),
  );
}

/** What stood beside every purpose but the one whose own button was pressed. */
async function answersIn(panel: Call["panel"], posted: PostedChoices): Promise<readonly AnsweredChoice[]> {
  const others = panel.document.purposes.filter(({ key }) => key !== posted.stop);
  return (await Promise.all(others.map((purpose) => answersTo(purpose, posted)))).flat();
}

/**
 * The form posted: records what changed and leads to the page under `base` that says so. Where the button of one purpose
 * was pressed, that is stopped first, and the page says whether what was chosen for the others is kept as well.
 */
export async function saveChoices(call: Call, posted: PostedChoices, base: string): Promise<Result<Outcome>> {
  const { actor, panel } = call;
  const answers = await answersIn(panel, posted);
  if (posted.stop === undefined) {
    const saved = await runDecision(changeChoices, actor, { panel, answers });
    if (!saved.ok) return saved;
    const did = saved.value.changed === 0 ? "same" : "changed";
    return ok(await redirectAfterNo(`${base}/saved`, { did }, saved.value.toDrain));
  }
  const purpose = purposeOf(panel.document, posted.stop);
  if (purpose === null) return refuse("form.unreadable");
  const stop = { purposeKey: purpose.key, wording: await stopWording(purpose) };
  const stopped = await saveStopAndAnswers(call, { stop, answers });
  if (!stopped.ok) return stopped;
  const { others, toDrain } = stopped.value;
  return ok(
    await redirectAfterNo(`${base}/saved`, { purpose: purpose.key, did: "stopped", others }, toDrain),
  );
}
