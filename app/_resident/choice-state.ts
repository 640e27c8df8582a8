import { getTranslations } from "next-intl/server";
import { channelLaw } from "@/lib/policy/channel-law";
import type { ChannelChoice } from "@/lib/queries/member/get-choices";
import { moments } from "./moments";

/** An address that is closed or not yet shown to be theirs, or an age nobody knows: what stands in the way, by what it is. */
function addressKey({ channel, answer, gate, inUse }: ChannelChoice): string | null {
  if (gate === "member.under18" && answer === "yes") return "adultsOnly";
  if (inUse || answer === "no" || channel === null || gate === null) return null;
  const { address } = channelLaw[channel];
  const kind = address === "email" || address === "phone" ? address : "other";
  if (gate.startsWith("suppression.")) return `closed.${kind}`;
  if (answer !== "yes" || gate !== "address.unverified") return null;
  return `unverified.${channel === "sms" || channel === "call" ? channel : "other"}`;
}

/** Which sentence says where a person stands on a channel. */
function key({ channel, answer, state }: ChannelChoice): string {
  if (answer === "no") return state === "refused" ? "refused" : "stopped";
  if (answer === "yes")
    return state === "given" ? "given" : channel === null ? "byDefaultWhole" : "byDefault";
  if (state === "unverified") return "unproven";
  return state === "expired" ? state : "unanswered";
}

/** "You said yes on 20 May 2029." and its kin, one function a page. */
export async function choiceSentences(): Promise<(choice: ChannelChoice) => string> {
  const t = await getTranslations("member.choices.state");
  const { day } = await moments();
  return (choice) => {
    if (choice.stoppedAt !== null) return t("stoppedAll", { date: day(choice.stoppedAt) });
    const hindrance = addressKey(choice);
    const said = t(key(choice), { date: choice.since === null ? "" : day(choice.since) });
    if (hindrance !== null) {
      return hindrance.startsWith("closed") || choice.state !== "given"
        ? t(hindrance)
        : `${said} ${t(hindrance)}`;
    }
    const until = choice.until === null ? null : new Date(choice.until.getTime() - 1);
    return until === null || choice.answer !== "yes" ? said : `${said} ${t("until", { date: day(until) })}`;
  };
}
