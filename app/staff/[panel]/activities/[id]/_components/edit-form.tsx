import { getTranslations } from "next-intl/server";
import { InsetText } from "@/components/content/notice";
import { Form } from "@/components/form/form";
import { londonDate } from "@/lib/clock";
import type { ActivityView, SessionView } from "@/lib/queries/staff/get-activity";
import { dateParts, moments } from "../../../../_components/moments";
import { focusGroupFields } from "../../_components/focus-group-fields";
import { surveyFields } from "../../../surveys/_components/survey-fields";
import { saveFocusGroup, saveSurvey } from "../edit/actions";
import { homeOf } from "./sending";

type Props = { slug: string; activity: ActivityView };

async function typed({ title, summary, closesOn }: ActivityView, session: SessionView | null) {
  const shared = { title, summary };
  if (session === null) return { ...shared, ...(closesOn === null ? {} : dateParts("closesOn", closesOn)) };
  const when = await moments();
  return {
    ...shared,
    ...dateParts("date", londonDate(session.startsAt)),
    startsAt: when.time(session.startsAt),
    endsAt: when.time(session.endsAt),
    place: session.place ?? "",
    joinLink: session.joinLink ?? "",
    capacity: String(session.capacity),
    adjustmentsAsked: session.adjustmentsAsked,
  };
}

/** What a change means for those who were asked; null while nobody was. */
async function meaning({ kind, invited, accepted }: ActivityView): Promise<string | null> {
  const t = await getTranslations("staff.edit");
  if (invited === 0) return null;
  if (kind === "survey") return t("askedSurvey", { invited });
  return accepted === 0 ? t("askedOnly", { invited }) : t("asked", { accepted, others: invited - accepted });
}

/** The activity's details, filled in. */
export async function EditForm({ slug, activity }: Props) {
  const t = await getTranslations("staff.edit");
  const { session } = activity;
  const survey = activity.kind === "survey";
  const known = await meaning(activity);
  return (
    <>
      {known === null ? null : <InsetText>{known}</InsetText>}
      <Form
        action={survey ? saveSurvey : saveFocusGroup}
        hidden={{ panel: slug, activity: activity.id, revision: String(activity.revision) }}
        initial={await typed(activity, session)}
        fields={survey ? await surveyFields() : await focusGroupFields()}
        submit={t("submit")}
        secondary={[{ label: t("leave"), href: homeOf(slug, activity) }]}
      />
    </>
  );
}
