import { getTranslations } from "next-intl/server";
import { notFound, redirect } from "next/navigation";
import type { Route } from "next";
import { Form } from "@/components/form/form";
import { BackLink } from "@/components/layout/way-back";
import { PageTitle } from "@/components/layout/page-title";
import { requireActor } from "@/lib/auth/require-actor";
import { now } from "@/lib/clock";
import { getActivity } from "@/lib/queries/staff/get-activity";
import { isOver } from "../../../../_components/activity-times";
import { staffTitle } from "../../../../_components/page-metadata";
import { StaffFrame } from "../../../../_components/staff-frame";
import { homeOf } from "../_components/sending";
import { closeEarly } from "./actions";

export const generateMetadata = staffTitle("close.title");

export default async function CloseEarly({ params }: PageProps<"/staff/[panel]/activities/[id]/close">) {
  const { panel: slug, id } = await params;
  const granted = await requireActor("activity.change", slug);
  const activity = await getActivity(granted, id);
  if (activity === null) notFound();
  const back = homeOf(slug, activity);
  if (activity.state !== "open" || isOver(activity, now())) redirect(back as Route);
  const t = await getTranslations("staff.close");
  const { accepted, responded } = activity;
  return (
    <StaffFrame granted={granted} width="reading" before={<BackLink href={back} label={activity.title} />}>
      <PageTitle
        caption={activity.title}
        lead={activity.kind === "survey" ? t("survey", { responded }) : t("meeting", { accepted })}
      >
        {t("title")}
      </PageTitle>
      <p>{t("mail")}</p>
      <p>{t("again")}</p>
      <Form
        action={closeEarly}
        hidden={{ panel: slug, activity: id, revision: String(activity.revision) }}
        fields={[]}
        submit={t("submit")}
        secondary={[{ label: t("leave"), href: back }]}
      />
    </StaffFrame>
  );
}
