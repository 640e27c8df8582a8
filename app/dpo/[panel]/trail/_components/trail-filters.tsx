import { getTranslations } from "next-intl/server";
import { FilterBar } from "@/components/content/filter-bar";
import { eventTypes } from "@/lib/ledger/catalogue";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import type { TrailQuery } from "@/lib/schemas/trail-query";
import { entryWords } from "../../../_components/entry-words";
import { dpoPath } from "../../../_components/paths";

/** Member, purpose, event and days, by a GET form. */
export async function TrailFilters({ panel, query }: { panel: PanelView; query: TrailQuery }) {
  const t = await getTranslations("dpo.trail");
  const words = await entryWords(panel);
  const purposes = panel.document.purposes.map(({ key, name }) => ({ value: key, label: name }));
  const events = eventTypes
    .map((value) => ({ value, label: words.event(value) }))
    .toSorted((one, other) => one.label.localeCompare(other.label, "en"));
  return (
    <FilterBar
      action={dpoPath(panel.slug, "trail")}
      label={t("filter")}
      filters={[
        { kind: "search", name: "member", label: t("member"), value: query.member },
        {
          kind: "select",
          name: "purpose",
          label: t("purpose"),
          value: query.purpose,
          options: purposes,
          anyLabel: t("anyPurpose"),
        },
        {
          kind: "select",
          name: "event",
          label: t("event"),
          value: query.event,
          options: events,
          anyLabel: t("anyEvent"),
        },
        { kind: "date", name: "from", label: t("from"), value: query.from },
        { kind: "date", name: "to", label: t("to"), value: query.to },
      ]}
    />
  );
}
