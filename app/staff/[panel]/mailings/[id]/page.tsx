import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { AutoRefresh } from "@/components/content/auto-refresh";
import { SummaryList } from "@/components/content/summary-list";
import { BackLink } from "@/components/layout/way-back";
import { requireActor } from "@/lib/auth/require-actor";
import { moments } from "../../../_components/moments";
import { staffTitle } from "../../../_components/page-metadata";
import { staffPath } from "../../../_components/paths";
import { StaffFrame } from "../../../_components/staff-frame";
import { findMailing } from "./_components/books";
import { LeftOutReasons } from "./_components/left-out-reasons";
import { MailingBooks } from "./_components/mailing-books";
import { reviewRows } from "./_components/review-rows";
import { sampleRows } from "./_components/sample-rows";
import { MailingHead } from "./_components/mailing-head";

export const generateMetadata = staffTitle("mailing.title");

export default async function Mailing({ params }: PageProps<"/staff/[panel]/mailings/[id]">) {
  const { panel: slug, id } = await params;
  const granted = await requireActor("mailing.view", slug);
  const mailing = await findMailing(granted, id);
  if (mailing === null) notFound();
  const t = await getTranslations("staff.mailing");
  const words = await getTranslations("staff.mailings");
  const when = await moments();
  const moving = mailing.finishedAt === null && mailing.state !== "paused";
  const activity =
    mailing.activityId === null ? (
      "–"
    ) : (
      <a href={staffPath(slug, `activities/${mailing.activityId}`)}>{t("toActivity")}</a>
    );
  return (
    <StaffFrame
      granted={granted}
      width="page"
      before={<BackLink href={staffPath(slug, "mailings")} label={t("back")} />}
    >
      {moving ? <AutoRefresh seconds={2} /> : null}
      <MailingHead viewer={granted} mailing={mailing} />
      <MailingBooks mailing={mailing} />
      <LeftOutReasons slug={slug} mailing={mailing} />
      <SummaryList
        rows={[
          { key: "subject", label: t("subject"), value: mailing.subject },
          { key: "template", label: t("kind"), value: words(`template.${mailing.template}`) },
          { key: "sentOn", label: t("sentOn"), value: when.moment(mailing.createdAt) },
          { key: "activity", label: t("activity"), value: activity },
          ...(await sampleRows(mailing.sample)),
          ...(await reviewRows(mailing.review)),
        ]}
      />
    </StaffFrame>
  );
}
