import { getTranslations } from "next-intl/server";
import { NotificationBanner } from "@/components/content/notice";
import type { Suspension } from "@/lib/policy/legal-hold";
import { dpoPath } from "./paths";

type Props = { slug: string; reference: string; keptBy: Suspension };

/** Where what keeps somebody is ended. */
const places = {
  legalHold: () => "legal-holds",
  openRequest: () => "requests",
  openComplaint: (reference) => `members/${reference}`,
  restriction: (reference) => `members/${reference}/known`,
} as const satisfies Record<Suspension, (reference: string) => string>;

/** Which of the four keeps a person's details past their day, why, and what to do about it. */
export async function KeptBanner({ slug, reference, keptBy }: Props) {
  const t = await getTranslations("holds.kept");
  return (
    <NotificationBanner tone="danger" title={t(`title.${keptBy}`)}>
      <p>{t(`why.${keptBy}`)}</p>
      <p>
        {t(`next.${keptBy}`)} <a href={dpoPath(slug, places[keptBy](reference))}>{t(`link.${keptBy}`)}</a>
      </p>
    </NotificationBanner>
  );
}
