import { getTranslations } from "next-intl/server";
import type { ActivityView } from "@/lib/queries/staff/get-activity";
import type { Audience } from "@/lib/schemas/audience";

/** The subject line that is offered. */
export async function subjectFor(activity: ActivityView, audience: Audience): Promise<string> {
  const t = await getTranslations("staff.preview");
  const { title } = activity;
  if (audience.who === "unanswered") return t("reminderSubject", { title });
  return activity.kind === "survey" ? t("surveySubject", { title }) : t("inviteSubject", { title });
}
