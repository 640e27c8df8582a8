import { getTranslations } from "next-intl/server";
import { firstDecision, offeredPurposes, type OfferedChoice } from "@/lib/policy/join-choices";
import type { Purpose } from "@/lib/policy/document";
import { refuse, type Result } from "@/lib/result";
import { choiceName, reachOf, readChoices } from "@/lib/schemas/join-answers";
import type { Call, Outcome } from "../form-action";
import { draftOfBrowser } from "./draft-of-browser";
import { keepPage, type JoinStep } from "./keep-page";

type Posted = Readonly<Record<string, string | string[]>>;

/** The words beside a choice, as they stood on the page: what a record of it will show. */
async function wordingOf(purpose: Purpose, choice: OfferedChoice): Promise<string> {
  if (choice.ask !== null) return choice.ask;
  const t = await getTranslations("join.choices");
  return `${purpose.name}. ${purpose.why} ${t(`notBy.${choice.channel ?? "all"}`)}`;
}

/** Reads the answers to the policy's questions and keeps them with the words that were asked. */
export async function keepChoices(call: Call, posted: Posted, next: JoinStep): Promise<Result<Outcome>> {
  const open = await draftOfBrowser(call.panel);
  const details = open?.draft.answers.details;
  if (details === undefined) return refuse("join.draftEnded");
  const offered = offeredPurposes(call.panel.document, reachOf(details));
  const read = readChoices(
    offered.flatMap(({ choices }) => choices),
    posted,
  );
  if (!read.ok) return { ok: false, error: { code: "form.invalid", fields: read.faults } };
  const choices = await Promise.all(
    offered.flatMap(({ purpose, choices: ofPurpose }) =>
      ofPurpose.map(async (choice) => {
        const answer = read.value.get(choiceName(choice)) ?? "no";
        const { purposeKey, channel } = choice;
        const decision = firstDecision(choice, answer);
        return { purposeKey, channel, answer, decision, wording: await wordingOf(purpose, choice) };
      }),
    ),
  );
  return keepPage(call, { choices }, next);
}
