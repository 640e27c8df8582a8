import { getTranslations } from "next-intl/server";
import { Section } from "@/components/content/card";
import type { Granted } from "@/lib/auth/require-actor";
import { listRegisterEvents } from "@/lib/queries/trail/list-register-events";
import { TrailTable } from "../../../_components/trail-table";

const shown = 20;

/** What happened to the register itself; nothing where nothing did. */
export async function RegisterEvents({ granted }: { granted: Granted }) {
  const entries = await listRegisterEvents(granted, shown);
  if (entries.length === 0) return null;
  const t = await getTranslations("catalogue.register");
  return (
    <Section title={t("title")} lead={t("lead")}>
      <TrailTable panel={granted.panel} entries={entries} />
    </Section>
  );
}
