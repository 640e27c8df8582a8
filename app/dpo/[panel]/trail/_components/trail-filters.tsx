import { getTranslations } from "next-intl/server";
import { FilterBar } from "@/components/content/filter-bar";
import type { Granted } from "@/lib/auth/require-actor";
import { eventTypes } from "@/lib/ledger/catalogue";
import { channels } from "@/lib/policy/vocabulary";
import { listPanelStaff } from "@/lib/queries/trail/list-panel-staff";
import { actorKinds, type TrailQuery } from "@/lib/schemas/trail-query";
import { entryWords } from "../../../_components/entry-words";
import { dpoPath } from "../../../_components/paths";

/** Member, purpose, event, channel, who acted and days, by a GET form. */
export async function TrailFilters({ granted, query }: { granted: Granted; query: TrailQuery }) {
  const { panel } = granted;
  const [t, words, staff] = await Promise.all([
    getTranslations("dpo.trail"),
    entryWords(panel),
    listPanelStaff(granted),
  ]);
  const select = (
    name: "purpose" | "event" | "channel" | "actor",
    options: { value: string; label: string }[],
  ) => ({
    kind: "select" as const,
    name,
    label: t(name),
    value: query[name],
    options,
    anyLabel: t(`any.${name}`),
  });
  const events = eventTypes
    .map((value) => ({ value, label: words.event(value) }))
    .toSorted((one, other) => one.label.localeCompare(other.label, "en"));
  const capacities = actorKinds.map((value) => ({ value, label: t(`capacity.${value}`) }));
  return (
    <FilterBar
      action={dpoPath(panel.slug, "trail")}
      label={t("filter")}
      filters={[
        { kind: "search", name: "member", label: t("member"), value: query.member },
        select(
          "purpose",
          panel.document.purposes.map(({ key, name }) => ({ value: key, label: name })),
        ),
        select("event", events),
        select(
          "channel",
          channels.map((value) => ({ value, label: words.channel(value) })),
        ),
        select("actor", [...capacities, ...staff.map(({ id, name }) => ({ value: id, label: name }))]),
        { kind: "date", name: "from", label: t("from"), value: query.from },
        { kind: "date", name: "to", label: t("to"), value: query.to },
      ]}
    />
  );
}
