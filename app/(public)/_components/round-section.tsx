import { getTranslations } from "next-intl/server";
import { Section } from "@/components/content/card";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import { RoundDates } from "./round-dates";

/** When the round closes and when applicants hear, and that a person decides; nothing where people join at any time. */
export async function RoundSection({ panel }: { panel: PanelView }) {
  if (panel.document.panel.joining === "open") return null;
  const t = await getTranslations("public.round");
  return (
    <Section title={t("title")} lead={t("how")}>
      <RoundDates panel={panel} />
    </Section>
  );
}
