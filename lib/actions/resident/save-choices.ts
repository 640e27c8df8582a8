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

/** The form about one purpose, posted: records what changed and leads to the page under `base` that says so. */
export async function saveChoices(
  { actor, panel }: Call,
  posted: PostedChoices,
  base: string,
): Promise<Result<Outcome>> {
  const purpose = purposeOf(panel.document, posted.purposeKey);
  if (purpose === null) return refuse("form.unreadable");
  const about = { purpose: purpose.key };
  if (posted.stop === "all") {
    const input = { panel, purposeKey: purpose.key, wording: await stopWording(purpose) };
    const stopped = await runDecision(stopPurpose, actor, input);
    if (!stopped.ok) return stopped;
    return ok(await redirectAfterNo(`${base}/saved`, { ...about, did: "stopped" }, stopped.value.toDrain));
  }
  const answers = await answersTo(purpose, posted);
  const saved = await runDecision(changeChoices, actor, { panel, answers });
  if (!saved.ok) return saved;
  const did = saved.value.changed === 0 ? "same" : "changed";
  return ok(await redirectAfterNo(`${base}/saved`, { ...about, did }, saved.value.toDrain));
}
