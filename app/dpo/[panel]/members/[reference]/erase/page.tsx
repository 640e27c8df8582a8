import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { Form } from "@/components/form/form";
import { PageTitle } from "@/components/layout/page-title";
import { Breadcrumbs } from "@/components/layout/way-back";
import { requireActor } from "@/lib/auth/require-actor";
import { erasureReasons } from "@/lib/policy/erasure";
import { getErasure } from "@/lib/queries/member/get-erasure";
import { DpoFrame } from "../../../../_components/dpo-frame";
import { KeptBanner } from "../../../../_components/kept-banner";
import { dpoTitle } from "../../../../_components/page-metadata";
import { dpoPath } from "../../../../_components/paths";
import { WhatGoes } from "./_components/what-goes";
import { eraseMember } from "./actions";

export const generateMetadata = dpoTitle("erase.metaTitle");

export default async function Erase({ params }: PageProps<"/dpo/[panel]/members/[reference]/erase">) {
  const { panel: slug, reference } = await params;
  const granted = await requireActor("member.erase", slug);
  const preview = await getErasure(granted, decodeURIComponent(reference));
  if (preview === null) notFound();
  const t = await getTranslations("dpo.erase");
  const back = dpoPath(slug, `members/${preview.reference}`);
  const options = erasureReasons.map((value) => ({ value, label: t(`reason.${value}`) }));
  return (
    <DpoFrame
      granted={granted}
      before={<Breadcrumbs items={[{ href: back, label: preview.reference }]} current={t("current")} />}
      width="reading"
      current="trail"
    >
      <PageTitle lead={t("lead")}>{t("title", { name: preview.name })}</PageTitle>
      {preview.keptBy === null ? null : (
        <KeptBanner slug={slug} reference={preview.reference} keptBy={preview.keptBy} />
      )}
      <WhatGoes preview={preview} />
      {preview.keptBy === null ? (
        <Form
          action={eraseMember}
          hidden={{ panel: slug, reference: preview.reference }}
          fields={[
            { kind: "radios", name: "reasonCode", label: t("reasonCode"), options },
            { kind: "singleCheckbox", name: "sure", label: t("sure", { name: preview.name }) },
          ]}
          submit={t("submit")}
          tone="warning"
          secondary={[{ label: t("cancel"), href: back }]}
        />
      ) : null}
    </DpoFrame>
  );
}
