import { getTranslations } from "next-intl/server";
import type { MemberHistory } from "@/lib/queries/trail/get-member-history";
import { moments } from "../../../../_components/moments";

/** "Member since 20 May 2029". */
export async function memberStateWords(
  history: Pick<MemberHistory, "state" | "joinedAt" | "leftAt">,
): Promise<string> {
  const t = await getTranslations("dpo.history");
  const when = await moments();
  const { state, joinedAt, leftAt } = history;
  if (state === "member" && joinedAt !== null) return t("joined", { day: when.day(joinedAt) });
  if (state === "left" && leftAt !== null) return t("left", { day: when.day(leftAt) });
  return state === "ended" || state === "erased" ? t(state) : t("applicant");
}
