import { channels, type Channel } from "@/lib/policy/vocabulary";

/** A channel out of the address, or null. */
export function channelIn(segment: string): Channel | null {
  return channels.find((channel) => channel === segment) ?? null;
}
