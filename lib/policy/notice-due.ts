// Who did not give us their details themselves is told where we have them from, and in a form they can read
// (UK GDPR 12(1), 14(1)-(3); Equality Act 2010 s.20; law.md TR-2, TR-4).
import { addPeriod, earliest, isCivilDate } from "./civil";
import type { CivilDate } from "./vocabulary";

export type Obtained = {
  readonly obtainedOn: CivilDate;
  /** Whom we have them from; nothing may be brought in without it. */
  readonly source: string;
  readonly firstMessageOn: CivilDate | null;
  readonly firstDisclosureOn: CivilDate | null;
};

/** The last day for the notice: a month, or the first message or disclosure if earlier. Null when no source is named. */
export function noticeDueOn(obtained: Obtained): CivilDate | null {
  const { obtainedOn, source, firstMessageOn, firstDisclosureOn } = obtained;
  if (source.trim() === "" || !isCivilDate(obtainedOn)) return null;
  return earliest(addPeriod(obtainedOn, "P1M"), firstMessageOn, firstDisclosureOn);
}

export type Variant = { readonly id: string; readonly language: string; readonly format: string };

/** The variant for somebody's language and format; null when there is none, so that nobody gets one they cannot read. */
export function variantFor<T extends Variant>(
  variants: readonly T[],
  needs: { readonly language: string; readonly format: string },
): T | null {
  return (
    variants.find(({ language, format }) => language === needs.language && format === needs.format) ?? null
  );
}
