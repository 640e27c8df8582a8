import { actorKinds, type TrailViewFilter } from "@/lib/schemas/trail-query";
import type { TrailFilter } from "./trail-filter";

/** What an address or a saved view asks for, as the trail is narrowed; `subjectRef` when it is about one person. */
export function filterOf(asked: TrailViewFilter, subjectRef?: string): TrailFilter {
  const { purpose, event, actor, channel, from, to } = asked;
  const actorKind = actorKinds.find((kind) => kind === actor);
  const staffId = actorKind === undefined ? actor : undefined;
  return { subjectRef, purposeKey: purpose, eventType: event, channel, actorKind, staffId, from, to };
}
