import { getTranslations } from "next-intl/server";
import { choiceSentences } from "@/app/_resident/choice-state";
import { moments } from "@/app/_resident/moments";
import type { GateCode } from "@/lib/policy/gate/types";
import type { PurposeChoice } from "@/lib/queries/member/get-choices";
import type { WhyCell, WhyRow } from "@/lib/queries/permission/get-why";

/** Ways of contact that stand alike, with the reason in the member's own words. */
export type Ways = {
  readonly channels: readonly WhyCell["channel"][];
  readonly permitted: boolean;
  readonly code: GateCode;
  readonly sentences: readonly string[];
  readonly until: string | null;
  /** What they said yes to still reaches them. */
  readonly joined: boolean;
};

/** The ways of one purpose, those that stand alike together, in the policy's order. */
export async function waysOf({ purpose, cells }: WhyRow, choice: PurposeChoice): Promise<readonly Ways[]> {
  const policy = await getTranslations("policy");
  const basis = await getTranslations("member.purpose");
  const [sentence, when] = await Promise.all([choiceSentences(), moments()]);
  const groups = new Map<string, Ways>();
  for (const { channel, answers } of cells) {
    const [own, joined] = answers;
    if (own === undefined) continue;
    const { permitted, code, validUntil } = own;
    const stands = choice.channels.find((one) => one.channel === channel);
    const because = permitted ? [basis(`basisWords.${purpose.lawfulBasis}`)] : [];
    // What goes with being a member can be reached, and not stopped: its card says so.
    const said = permitted && choice.mayStop && stands !== undefined ? [sentence(stands)] : [];
    const sentences = [policy(`reasonForMember.${code}`), ...because, ...said];
    // A "no" that only the person can change does not change by itself, whatever else may.
    const byItself = permitted || code === "member.paused" || own.change.by === "time";
    const until = validUntil === null || !byItself ? null : when.day(new Date(validUntil));
    const alike = { permitted, code, sentences, until, joined: !permitted && joined?.permitted === true };
    const key = JSON.stringify(alike);
    groups.set(key, { ...alike, channels: [...(groups.get(key)?.channels ?? []), channel] });
  }
  return [...groups.values()];
}
