import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { z } from "zod";
import { NotificationBanner } from "@/components/content/notice";
import { PageTitle } from "@/components/layout/page-title";
import { Breadcrumbs } from "@/components/layout/way-back";
import { requireActor } from "@/lib/auth/require-actor";
import { now } from "@/lib/clock";
import { getLegalHold } from "@/lib/queries/legal-hold/get-legal-hold";
import { DpoFrame } from "../../../_components/dpo-frame";
import { dpoPath } from "../../../_components/paths";
import { holdsTitle } from "../_components/title";
import { HoldFacts } from "./_components/hold-facts";
import { HoldForms } from "./_components/hold-forms";
import { HoldHistory } from "./_components/hold-history";

export const generateMetadata = holdsTitle("one.metaTitle");

/** A legal hold: what it keeps and why, what was decided about it, and what may be done with it. */
export default async function LegalHold(props: PageProps<"/dpo/[panel]/legal-holds/[id]">) {
  const { panel: slug, id } = await props.params;
  const granted = await requireActor("legalHold.view", slug);
  const hold = z.uuid().safeParse(id).success ? await getLegalHold(granted, id, now()) : null;
  if (hold === null) notFound();
  const { saved } = await props.searchParams;
  const t = await getTranslations("holds");
  const { held } = hold;
  const title = held.who === "member" ? t("one.member", { reference: held.reference }) : t(`one.${held.who}`);
  return (
    <DpoFrame
      granted={granted}
      width="page"
      current="legal-holds"
      before={
        <Breadcrumbs items={[{ href: dpoPath(slug, "legal-holds"), label: t("title") }]} current={title} />
      }
    >
      {saved === undefined ? null : (
        <NotificationBanner tone="success" title={t("one.saved")} announce>
          <p>{t("one.savedBody")}</p>
        </NotificationBanner>
      )}
      <PageTitle caption={t(`ground.${hold.ground}`)}>{title}</PageTitle>
      <HoldFacts granted={granted} hold={hold} />
      <HoldForms granted={granted} hold={hold} />
      <HoldHistory hold={hold} />
    </DpoFrame>
  );
}
