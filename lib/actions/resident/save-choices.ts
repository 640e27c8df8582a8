import { choicesOf } from "@/lib/policy/choice";
import type { Purpose } from "@/lib/policy/document";
import { purposeOf } from "@/lib/policy/purpose";
import { ok, refuse, type Result } from "@/lib/result";
import type { PostedChoices } from "@/lib/schemas/choices";
import { choiceName } from "@/lib/schemas/join-answers";
import { changeChoices, type AnsweredChoice } from "@/lib/usecases/consent/change-choices";
import { runDecision } from "@/lib/usecases/consent/run-decision";
import { stopPurpose } from "@/lib/usecases/consent/stop-purpose";
import type { Call, Outcome } from "../form-action";
import { redirectAfterNo } from "./after-no";
import { choiceWording, stopWording } from "./choice-words";

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

async function saveAnswers({ actor, panel }: Call, posted: PostedChoices) {
  const others = panel.document.purposes.filter(({ key }) => key !== posted.stop);
  const answers = (await Promise.all(others.map((purpose) => answersTo(purpose, posted)))).flat();
  return runDecision(changeChoices, actor, { panel, answers });
}

/**
 * The form posted: records what changed and leads to the page under `base` that says so. Where the button of one purpose
 * was pressed, that is stopped first and what was chosen for the others is kept as well.
 */
export async function saveChoices(call: Call, posted: PostedChoices, base: string): Promise<Result<Outcome>> {
  const { actor, panel } = call;
  if (posted.stop === undefined) {
    const saved = await saveAnswers(call, posted);
    if (!saved.ok) return saved;
    const did = saved.value.changed === 0 ? "same" : "changed";
    return ok(await redirectAfterNo(`${base}/saved`, { did }, saved.value.toDrain));
  }
  const purpose = purposeOf(panel.document, posted.stop);
  if (purpose === null) return refuse("form.unreadable");
  const input = { panel, purposeKey: purpose.key, wording: await stopWording(purpose) };
  const stopped = await runDecision(stopPurpose, actor, input);
  if (!stopped.ok) return stopped;
  const saved = await saveAnswers(call, posted);
  if (!saved.ok) return saved;
  const toDrain = [...new Set([...stopped.value.toDrain, ...saved.value.toDrain])];
  return ok(await redirectAfterNo(`${base}/saved`, { purpose: purpose.key, did: "stopped" }, toDrain));
}
