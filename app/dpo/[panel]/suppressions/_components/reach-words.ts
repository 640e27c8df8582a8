import { getTranslations } from "next-intl/server";
import type { PanelView } from "@/lib/queries/panel/get-panel";

type Reach = {
  readonly purposeKey: string | null;
  readonly marketingOnly: boolean;
  readonly channel: string | null;
};

/** What a stop is about, in words: "All promotion, E-mail". A purpose that is no longer in the policy keeps its key. */
export async function reachWords(panel: PanelView): Promise<(reach: Reach) => string> {
  const [t, words] = await Promise.all([getTranslations("suppressions"), getTranslations("dpo")]);
  return ({ purposeKey, marketingOnly, channel }) => {
    const known = panel.document.purposes.find(({ key }) => key === purposeKey)?.name;
    const all = t(marketingOnly ? "marketing" : "everything");
    const what = purposeKey === null ? all : (known ?? purposeKey);
    return `${what}, ${channel === null ? t("everyChannel") : words(`channel.${channel}`)}`;
  };
}
