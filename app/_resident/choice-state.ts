import { getTranslations } from "next-intl/server";
import type { ChannelChoice } from "@/lib/queries/member/get-choices";
import { moments } from "./moments";

/** Which sentence says where a person stands on a channel. */
function key({ answer, state, gate }: ChannelChoice): string {
  if (gate === "suppression.address" && answer !== "no") return "sharedNo";
  if (answer === "no") return state === "refused" ? "refused" : "stopped";
  if (answer === "yes") return state === "given" ? "given" : "byDefault";
  return state === "expired" || state === "unverified" ? state : "unanswered";
}

/** "You said yes on 20 May 2029." and its kin, one function a page. */
export async function choiceSentences(): Promise<(choice: ChannelChoice) => string> {
  const t = await getTranslations("member.choices.state");
  const { day } = await moments();
  return (choice) => {
    const until = choice.until === null ? null : new Date(choice.until.getTime() - 1);
    const sentence = t(key(choice), { date: choice.since === null ? "" : day(choice.since) });
    return until === null || choice.answer !== "yes"
      ? sentence
      : `${sentence} ${t("until", { date: day(until) })}`;
  };
}
