import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { z } from "zod";
import { Section } from "@/components/content/card";
import { SummaryList } from "@/components/content/summary-list";
import { NotificationBanner } from "@/components/content/notice";
import { Form } from "@/components/form/form";
import { PageTitle } from "@/components/layout/page-title";
import { requireActor } from "@/lib/auth/require-actor";
import { getStagedSuppressions } from "@/lib/queries/suppression/get-staged-suppressions";
import { moments } from "../../../../_components/moments";
import { dpoPath } from "../../../../_components/paths";
import { StagedLines } from "../../_components/staged-lines";
import { SuppressionsForm, suppressionsTitle } from "../../_components/suppressions-frame";
import { confirmSuppressions } from "../../actions";

export const generateMetadata = suppressionsTitle("check.title");

export default async function CheckSuppressions(props: PageProps<"/dpo/[panel]/suppressions/check/[id]">) {
  const { panel: slug, id } = await props.params;
  const granted = await requireActor("suppression.add", slug);
  const staged = z.uuid().safeParse(id).success ? await getStagedSuppressions(granted, id) : null;
  if (staged === null) notFound();
  const [t, { count }] = await Promise.all([getTranslations("suppressions.check"), moments()]);
  const rows = [
    { key: "stops", label: t("stops"), value: count(staged.stops.length) },
    { key: "members", label: t("members"), value: count(staged.members) },
    { key: "queued", label: t("queued"), value: t("queuedWords", { count: staged.queued }) },
    { key: "known", label: t("known"), value: t("knownWords", { count: staged.known }) },
  ];
  return (
    <SuppressionsForm granted={granted}>
      <PageTitle lead={t("lead")}>{t("title")}</PageTitle>
      <SummaryList rows={rows} card={t("effect")} />
      <Section title={t("lines")}>
        <StagedLines panel={granted.panel} stops={staged.stops} />
      </Section>
      <NotificationBanner tone="warning" title={t("forever")} />
      <Form
        action={confirmSuppressions}
        hidden={{ panel: slug, upload: id }}
        fields={[]}
        submit={t("confirm")}
        tone="warning"
        secondary={[{ label: t("cancel"), href: dpoPath(slug, "suppressions") }]}
      />
    </SuppressionsForm>
  );
}
