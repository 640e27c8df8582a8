import { getTranslations } from "next-intl/server";
import type { Granted } from "@/lib/auth/require-actor";
import { listPanelStaff } from "@/lib/queries/trail/list-panel-staff";
import { actorKinds, type TrailViewFilter } from "@/lib/schemas/trail-query";
import { entryWords } from "../../../_components/entry-words";
import { moments } from "../../../_components/moments";

/** What a view narrows the trail to, a phrase each. */
export async function filterWords(granted: Granted, filter: TrailViewFilter): Promise<readonly string[]> {
  const { purpose, event, channel, actor, from, to } = filter;
  const [t, words, when] = await Promise.all([
    getTranslations("dpo.trail"),
    entryWords(granted.panel),
    moments(),
  ]);
  const isCapacity = actorKinds.some((kind) => kind === actor);
  const staff = actor === undefined || isCapacity ? [] : await listPanelStaff(granted);
  const who = (id: string) =>
    isCapacity ? t(`capacity.${id}`) : (staff.find((each) => each.id === id)?.name ?? t("capacity.staff"));
  return [
    ...(purpose === undefined ? [] : [words.purpose(purpose)]),
    ...(event === undefined ? [] : [words.event(event)]),
    ...(channel === undefined ? [] : [words.channel(channel)]),
    ...(actor === undefined ? [] : [`${t("actor")}: ${who(actor)}`]),
    ...(from === undefined ? [] : [`${t("from")}: ${when.civil(from)}`]),
    ...(to === undefined ? [] : [`${t("to")}: ${when.civil(to)}`]),
  ];
}
