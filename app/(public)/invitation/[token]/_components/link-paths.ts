import { signLink } from "@/lib/auth/signed-link";
import type { LinkActor } from "@/lib/auth/link-actor";
import { now } from "@/lib/clock";

const hour = 3_600;

/**
 * Where the other goodbyes are for someone who holds an invitation's link: the preference page, by a link of its own that
 * lasts an hour.
 */
export function linkPaths({ organisationId, memberId }: LinkActor, token: string) {
  const expiresAt = Math.floor(now().getTime() / 1000) + hour;
  const preferences = `/preferences/${signLink("preferences", { ids: [organisationId, memberId], expiresAt })}`;
  return {
    calendar: `/invitation/${token}/calendar.ics`,
    choices: preferences,
    pause: `${preferences}/pause`,
    leave: `${preferences}/leave`,
  };
}
