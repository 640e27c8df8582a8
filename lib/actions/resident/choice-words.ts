import { getTranslations } from "next-intl/server";
import type { Purpose } from "@/lib/policy/document";
import type { Channel } from "@/lib/policy/vocabulary";

// The words of a choice are made here once, for the page that shows them and for the record that keeps them: what is
// kept as evidence is what was shown.

/** The question about one purpose and channel: the policy's own where it has one. */
export async function choiceQuestion(purpose: Purpose, channel: Channel | null): Promise<string> {
  const t = await getTranslations("member.choices");
  if (channel === null) return purpose.askOnce ?? t("questionWhole", { purpose: purpose.name });
  return purpose.ask?.[channel] ?? t(`question.${channel}`, { purpose: purpose.name });
}

/** The words on the two answers. */
export async function answerWords(answer: "yes" | "no"): Promise<string> {
  const t = await getTranslations("member.choices");
  return t(`answer.${answer}`);
}

/** What a person saw when they chose: question and answer. */
export async function choiceWording(
  purpose: Purpose,
  channel: Channel | null,
  answer: "yes" | "no",
): Promise<string> {
  return `${await choiceQuestion(purpose, channel)} ${await answerWords(answer)}`;
}

/** What a person saw when they pressed the button that stops a purpose: its name, what stopping means, the button. */
export async function stopWording(purpose: Purpose): Promise<string> {
  const t = await getTranslations("member.choices");
  return `${purpose.name}. ${purpose.why} ${t("stopMeans")} ${purpose.stopping} ${t("stop")}`;
}
