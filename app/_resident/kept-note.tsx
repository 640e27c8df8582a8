import { getTranslations } from "next-intl/server";
import { InsetText } from "@/components/content/notice";
import type { Suspension } from "@/lib/policy/legal-hold";
import type { PanelView } from "@/lib/queries/panel/get-panel";

type Props = { panel: PanelView; by: Suspension | null | undefined };

/** That the days shown here do not hold for now, and why; never which claim, or whose. Nothing when they hold. */
export async function KeptNote({ panel, by }: Props) {
  const t = await getTranslations("member.keptForNow");
  if (by === null || by === undefined) return null;
  const { contactPhone: phone } = panel.document.organisation;
  return (
    <InsetText>
      <p>{t(by)}</p>
      <p>{t("meanwhile", { phone })}</p>
    </InsetText>
  );
}
