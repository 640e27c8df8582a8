// Who acts for a member: within the authority that was shown, until it ends, and never by being family alone. The member's
// own access stays whole (law.md CN-8; Mental Capacity Act 2005; Adults with Incapacity (Scotland) Act 2000).
import { endOfDay } from "./civil";
import type { CivilDate } from "./vocabulary";

export const authorities = [
  "writtenAuthority",
  "advocate",
  "powerOfAttorney",
  "deputy",
  "guardian",
  "benefitsAppointee",
  "nextOfKin",
] as const;
export type Authority = (typeof authorities)[number];

export type Representative = {
  readonly authority: Authority;
  /** What it covers: purpose keys, "complaints", "rights", or "everything". */
  readonly scope: readonly string[];
  /** Somebody saw the document. */
  readonly evidenced: boolean;
  readonly revoked: boolean;
  /** The last day it counts; null when it has no end. */
  readonly lastDay: CivilDate | null;
};

export type RepresentativeAnswer = "yes" | "noAuthority" | "expired" | "outOfScope";

/** Being named by the Department for Work and Pensions or being family gives no authority here. */
const withoutAuthority: readonly Authority[] = ["benefitsAppointee", "nextOfKin"];

/** The first instant (epoch ms) at which an authority no longer counts; null when it has no end. */
export function authorityEnds({ lastDay }: Representative): number | null {
  return lastDay === null ? null : (endOfDay(lastDay) ?? Number.NEGATIVE_INFINITY);
}

/** Whether a representative may act, decide or be written to about something at an instant (epoch ms). Never throws. */
export function representativeMay(
  representative: Representative | null,
  about: string,
  at: number,
): RepresentativeAnswer {
  if (representative === null) return "noAuthority";
  const { authority, scope, evidenced, revoked } = representative;
  if (withoutAuthority.includes(authority) || !evidenced || revoked) return "noAuthority";
  const ends = authorityEnds(representative);
  if (ends !== null && !(at < ends)) return "expired";
  return scope.includes(about) || scope.includes("everything") ? "yes" : "outOfScope";
}
