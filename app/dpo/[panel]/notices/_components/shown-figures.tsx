import { getTranslations } from "next-intl/server";
import { StatRow } from "@/components/content/stat-row";
import { notShownLimit, type ShownCount } from "@/lib/queries/notice/count-shown";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import { moments } from "../../../_components/moments";
import { dpoPath } from "../../../_components/paths";

type Props = { panel: PanelView; shown: readonly ShownCount[]; notShown: number };

/** The version in force: how often it was shown, and who has not seen it. */
export async function ShownFigures({ panel, shown, notShown }: Props) {
  const [t, when] = await Promise.all([getTranslations("notices.dpo"), moments()]);
  const number = panel.privacyNoticeNumber;
  const times = shown.filter((one) => one.number === number).reduce((sum, one) => sum + one.times, 0);
  const many = notShown > notShownLimit;
  return (
    <StatRow
      stats={[
        { key: "current", label: t("current"), value: when.count(number) },
        {
          key: "times",
          label: t("timesShown"),
          value: when.count(times),
          note: <a href={dpoPath(panel.slug, "notices/shown", { version: String(number) })}>{t("seeWho")}</a>,
        },
        {
          key: "notShown",
          label: t("notShown"),
          value: many ? t("moreThan", { count: notShownLimit }) : when.count(notShown),
          note: <a href={dpoPath(panel.slug, "notices/not-shown")}>{t("seeNotShown")}</a>,
        },
      ]}
    />
  );
}
