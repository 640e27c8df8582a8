// What a person said yes to is run to its end: a neutral service message about it comes although they stopped being asked
// to such things. Only "no contact at all" ends that too (law.md 3.3, service rows; UK GDPR 6(1)(b): at their own request).
import type { GateRequest } from "./types";

/** Whether the message runs what the person joined. Promotion in it makes it no service message, and then it does not. */
export function runsWhatTheyJoined({ kind, joined }: GateRequest): boolean {
  return kind === "service" && joined === true;
}

/** What such a message rests on: the person's own request. */
export const joinedCitation = "UK GDPR 6(1)(b)";
