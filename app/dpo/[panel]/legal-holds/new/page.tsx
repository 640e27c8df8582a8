import { getTranslations } from "next-intl/server";
import { PageTitle } from "@/components/layout/page-title";
import { Breadcrumbs } from "@/components/layout/way-back";
import { requireActor } from "@/lib/auth/require-actor";
import { findAsked } from "@/lib/queries/permission/get-why";
import { newLegalHoldQuerySchema } from "@/lib/schemas/legal-hold";
import { DpoFrame } from "../../../_components/dpo-frame";
import { dpoPath } from "../../../_components/paths";
import { PlaceForm } from "../_components/place-form";
import { holdsTitle } from "../_components/title";
import { WhomToHold } from "../_components/whom-to-hold";

export const generateMetadata = holdsTitle("new.title");

/** Places a legal hold: on the person whose page one comes from, on one that is found by reference, or on everyone. */
export default async function NewLegalHold(props: PageProps<"/dpo/[panel]/legal-holds/new">) {
  const { panel: slug } = await props.params;
  const granted = await requireActor("legalHold.place", slug);
  const t = await getTranslations("holds");
  const { member: asked, everyone } = newLegalHoldQuerySchema.parse(await props.searchParams);
  const member = asked === undefined ? null : await findAsked(granted, asked);
  const before = (
    <Breadcrumbs items={[{ href: dpoPath(slug, "legal-holds"), label: t("title") }]} current={t("place")} />
  );
  if (member === null && !everyone)
    return (
      <DpoFrame granted={granted} width="reading" current="legal-holds" before={before}>
        <PageTitle lead={t("new.lead")}>{t("new.title")}</PageTitle>
        <WhomToHold slug={slug} asked={asked} />
      </DpoFrame>
    );
  return (
    <DpoFrame granted={granted} width="reading" current="legal-holds" before={before}>
      <PageTitle lead={member === null ? undefined : t("new.leadOf")}>
        {member === null ? t("new.titleEveryone") : t("new.titleOf", { reference: member.reference })}
      </PageTitle>
      <PlaceForm granted={granted} reference={member?.reference ?? null} />
    </DpoFrame>
  );
}
