import { getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/content/button";
import { PageTitle } from "@/components/layout/page-title";
import { requireActor } from "@/lib/auth/require-actor";
import { now } from "@/lib/clock";
import { may } from "@/lib/policy/permission";
import { legalHoldPlaceSchema } from "@/lib/schemas/legal-hold";
import { DpoFrame } from "../../_components/dpo-frame";
import { dpoPath } from "../../_components/paths";
import { ReleasedHolds } from "./_components/released-holds";
import { StandingHolds } from "./_components/standing-holds";
import { holdsTitle } from "./_components/title";

export const generateMetadata = holdsTitle("title");

/** What keeps details past their day because a person said so: those that stand, and those that were released. */
export default async function LegalHolds(props: PageProps<"/dpo/[panel]/legal-holds">) {
  const { panel: slug } = await props.params;
  const granted = await requireActor("legalHold.view", slug);
  const t = await getTranslations("holds");
  const { standing, released } = legalHoldPlaceSchema.parse(await props.searchParams);
  const at = now();
  const place = may(granted.actor, "legalHold.place", granted.panel.id) ? (
    <ButtonLink href={dpoPath(slug, "legal-holds/new")}>{t("place")}</ButtonLink>
  ) : undefined;
  return (
    <DpoFrame granted={granted} width="page">
      <PageTitle lead={t("lead")} action={place}>
        {t("title")}
      </PageTitle>
      <StandingHolds granted={granted} at={at} place={standing} />
      <ReleasedHolds granted={granted} at={at} place={released} />
    </DpoFrame>
  );
}
