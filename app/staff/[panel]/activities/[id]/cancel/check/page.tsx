import { randomUUID } from "node:crypto";
import { getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";
import type { Route } from "next";
import { Form } from "@/components/form/form";
import { BackLink } from "@/components/layout/way-back";
import { PageTitle } from "@/components/layout/page-title";
import { requireActor } from "@/lib/auth/require-actor";
import { shownReasonSchema } from "@/lib/schemas/activity-state";
import { staffTitle } from "../../../../../_components/page-metadata";
import { first, staffPath } from "../../../../../_components/paths";
import { StaffFrame } from "../../../../../_components/staff-frame";
import { findCancelling } from "../../_components/cancelling";
import { Cancellation } from "../../_components/cancellation";
import { reviewFields } from "../../_components/review-fields";
import { subjectFor } from "../../_components/mail-words";
import { homeOf } from "../../_components/sending";
import { callOff } from "../actions";

export const generateMetadata = staffTitle("cancel.checkTitle");

const guests = { who: "expected" } as const;

export default async function CheckCancel(props: PageProps<"/staff/[panel]/activities/[id]/cancel/check">) {
  const { panel: slug, id } = await props.params;
  const sending = await findCancelling(await requireActor("activity.change", slug), id);
  const { granted, activity } = sending;
  const t = await getTranslations("staff.cancel");
  const typed = first((await props.searchParams)["reason"]);
  const shown = shownReasonSchema.safeParse({ reason: typed });
  const back = staffPath(slug, `activities/${id}/cancel`, { reason: typed });
  if (!shown.success) redirect(back as Route);
  const words = { subject: await subjectFor(activity, guests), opening: shown.data };
  return (
    <StaffFrame granted={granted} width="page" before={<BackLink href={back} label={t("back")} />}>
      <PageTitle caption={activity.title}>{t("checkTitle")}</PageTitle>
      <Cancellation sending={sending} guests={guests} words={words} />
      <Form
        action={callOff}
        hidden={{
          panel: slug,
          activity: id,
          revision: String(activity.revision),
          reason: words.opening,
          subject: words.subject,
          key: randomUUID(),
          ...(activity.invited > 0 ? {} : { promotion: "none" }),
        }}
        fields={activity.invited > 0 ? await reviewFields(["promotion"]) : []}
        submit={t("submit")}
        tone="warning"
        secondary={[{ label: t("leave"), href: homeOf(slug, activity) }]}
      />
    </StaffFrame>
  );
}
