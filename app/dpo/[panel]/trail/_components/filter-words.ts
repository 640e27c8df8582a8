import { getTranslations } from "next-intl/server";
import type { Granted } from "@/lib/auth/require-actor";
import { listPanelStaff } from "@/lib/queries/trail/list-panel-staff";
import { actorKinds, type TrailViewFilter } from "@/lib/schemas/trail-query";
import { entryWords } from "../../../_components/entry-words";
import { moments } from "../../../_components/moments";

/** What views narrow the trail to, a phrase each. */
export async function filterWords(granted: Granted): Promise<(filter: TrailViewFilter) => readonly string[]> {
  const [t, words, when, staff] = await Promise.all([
    getTranslations("dpo.trail"),
    entryWords(granted.panel),
    moments(),
    listPanelStaff(granted),
  ]);
  const who = (actor: string) =>
    actorKinds.some((kind) => kind === actor)
      ? t(`capacity.${actor}`)
      : (staff.find(({ id }) => id === actor)?.name ?? t("capacity.staff"));
  return ({ purpose, event, channel, actor, from, to }) => [
    ...(purpose === undefined ? [] : [words.purpose(purpose)]),
    ...(event === undefined ? [] : [words.event(event)]),
    ...(channel === undefined ? [] : [words.channel(channel)]),
    ...(actor === undefined ? [] : [`${t("actor")}: ${who(actor)}`]),
    ...(from === undefined ? [] : [`${t("from")}: ${when.civil(from)}`]),
    ...(to === undefined ? [] : [`${t("to")}: ${when.civil(to)}`]),
  ];
}
