import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { NotificationBanner } from "@/components/content/notice";
import type { Suspension } from "@/lib/policy/legal-hold";
import { dpoPath } from "./paths";

type Props = {
  slug: string;
  reference: string;
  keptBy: Suspension;
  /** `danger` where it forbids what the page is for. */
  tone?: "danger" | "info";
  /** The way to what keeps them, where it is known; otherwise to where such things are. */
  children?: ReactNode;
};

/** Where what keeps somebody is ended; a complaint has no page yet. */
const places = {
  legalHold: () => "legal-holds",
  openRequest: () => "requests",
  restriction: (reference) => `members/${reference}/known`,
} as const satisfies Partial<Record<Suspension, (reference: string) => string>>;

/** Which of the four keeps a person's details past their day, why, and what to do about it. */
export async function KeptBanner({ slug, reference, keptBy, tone = "danger", children }: Props) {
  const t = await getTranslations("holds.kept");
  return (
    <NotificationBanner tone={tone} title={t(`title.${keptBy}`)}>
      <p>{t(`why.${keptBy}`)}</p>
      <p>
        {t(`next.${keptBy}`)}{" "}
        {children !== undefined || keptBy === "openComplaint" ? null : (
          <a href={dpoPath(slug, places[keptBy](reference))}>{t(`link.${keptBy}`)}</a>
        )}
      </p>
      {children}
    </NotificationBanner>
  );
}
