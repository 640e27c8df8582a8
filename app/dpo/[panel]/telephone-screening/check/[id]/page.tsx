import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { z } from "zod";
import { NotificationBanner } from "@/components/content/notice";
import { SummaryList } from "@/components/content/summary-list";
import { Form } from "@/components/form/form";
import { PageTitle } from "@/components/layout/page-title";
import { requireActor } from "@/lib/auth/require-actor";
import { londonDate, now } from "@/lib/clock";
import { getStagedScreening } from "@/lib/queries/screening/list-screenings";
import { stillCounts } from "@/lib/schemas/screening";
import { moments } from "../../../../_components/moments";
import { dpoPath } from "../../../../_components/paths";
import { ScreeningForm, screeningTitle } from "../../_components/screening-frame";
import { confirmScreening } from "../../actions";

export const generateMetadata = screeningTitle("check.title");

export default async function CheckScreening(
  props: PageProps<"/dpo/[panel]/telephone-screening/check/[id]">,
) {
  const { panel: slug, id } = await props.params;
  const granted = await requireActor("screening.upload", slug);
  const staged = z.uuid().safeParse(id).success ? await getStagedScreening(granted, id) : null;
  if (staged === null) notFound();
  const [t, when] = await Promise.all([getTranslations("screening.check"), moments()]);
  const rows = [
    { key: "screenedOn", label: t("screenedOn"), value: when.civil(staged.screenedOn) },
    ...(["clear", "listed", "members"] as const).map((key) => {
      return { key, label: t(key), value: when.count(staged[key]) };
    }),
  ];
  const counts = stillCounts(staged.screenedOn, londonDate(now()));
  return (
    <ScreeningForm granted={granted}>
      <PageTitle lead={t("lead")}>{t("title")}</PageTitle>
      {counts ? null : (
        <NotificationBanner tone="warning" title={t("old")}>
          <p>{t("oldBody")}</p>
        </NotificationBanner>
      )}
      <SummaryList rows={rows} />
      <Form
        action={confirmScreening}
        hidden={{ panel: slug, upload: id }}
        fields={[]}
        submit={t("confirm")}
        secondary={[{ label: t("cancel"), href: dpoPath(slug, "telephone-screening") }]}
      />
    </ScreeningForm>
  );
}
