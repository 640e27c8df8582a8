import { getTranslations } from "next-intl/server";
import { notFound, redirect } from "next/navigation";
import type { Route } from "next";
import { InsetText } from "@/components/content/notice";
import { Form } from "@/components/form/form";
import { BackLink } from "@/components/layout/way-back";
import { PageTitle } from "@/components/layout/page-title";
import { requireActor } from "@/lib/auth/require-actor";
import { staffTitle } from "../../../../_components/page-metadata";
import { staffPath } from "../../../../_components/paths";
import { StaffFrame } from "../../../../_components/staff-frame";
import { booksOf, findMailing } from "../_components/books";
import { stopSending } from "../actions";

export const generateMetadata = staffTitle("mailing.stopTitle");

export default async function StopMailing({ params }: PageProps<"/staff/[panel]/mailings/[id]/stop">) {
  const { panel: slug, id } = await params;
  const granted = await requireActor("mailing.send", slug);
  const mailing = await findMailing(granted, id);
  if (mailing === null) notFound();
  const back = staffPath(slug, `mailings/${id}`);
  if (mailing.state === "finished" || mailing.state === "cancelled") redirect(back as Route);
  const t = await getTranslations("staff.mailing");
  const { sent, waiting } = booksOf(mailing);
  return (
    <StaffFrame
      granted={granted}
      width="reading"
      before={<BackLink href={back} label={t("backToMailing")} />}
    >
      <PageTitle caption={mailing.subject} lead={t("stopLead", { sent, waiting })}>
        {t("stopTitle")}
      </PageTitle>
      <InsetText>{t("stopInvited")}</InsetText>
      <Form
        action={stopSending}
        hidden={{ panel: slug, mailing: id }}
        fields={[]}
        submit={t("stopSubmit")}
        tone="warning"
        secondary={[{ label: t("stopNot"), href: back }]}
      />
    </StaffFrame>
  );
}
