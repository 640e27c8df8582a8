// What a "no" that staff received becomes on the list of stops: as broad as the person said it, and for one purpose each
// channel apart, so that the person's own later "yes" to one lifts that one (UK GDPR 21(3); PECR reg 21, 22; law.md PE-13,
// LB-6, RT-3).
import { channelLaw } from "./channel-law";
import type { PolicyDocument } from "./document";
import type { Channel } from "./vocabulary";

/** Every message, every promotion, or the key of one purpose. */
export type StopScope = { readonly all: "everything" | "marketing" } | { readonly purposeKey: string };

/** One line of the list. Nulls: every purpose, every kind of message, every channel. */
export type StopLine = {
  readonly purposeKey: string | null;
  readonly messageKind: "directMarketing" | null;
  readonly channel: Channel | null;
};

/** The kinds of address that can be on the list by themselves. */
export type StoppedAddress = "email" | "phone";

function wide(all: "everything" | "marketing", channels: readonly Channel[]): readonly StopLine[] {
  const messageKind = all === "marketing" ? "directMarketing" : null;
  const named = channels.length === 0 ? [null] : channels;
  return named.map((channel) => ({ purposeKey: null, messageKind, channel }));
}

/**
 * The lines of one "no". `channels` empty: every way of contact. `address`: the kind of address it is about, null for the
 * person wherever they are reached. No lines: the address is not used on any of these channels, or the purpose is unknown.
 */
export function stopLines(
  { purposes }: Pick<PolicyDocument, "purposes">,
  scope: StopScope,
  channels: readonly Channel[],
  address: StoppedAddress | null,
): readonly StopLine[] {
  const fits = (channel: Channel) => address === null || channelLaw[channel].address === address;
  const named = channels.filter(fits);
  if (channels.length > 0 && named.length === 0) return [];
  if ("all" in scope) return wide(scope.all, named);
  const purpose = purposes.find(({ key }) => key === scope.purposeKey);
  const offered = purpose?.channels.filter(fits) ?? [];
  const stopped = named.length === 0 ? offered : offered.filter((channel) => named.includes(channel));
  return stopped.map((channel) => ({ purposeKey: scope.purposeKey, messageKind: null, channel }));
}
