import { getTranslations } from "next-intl/server";
import type { ActivityView } from "@/lib/queries/staff/get-activity";
import type { MailingAudience } from "@/lib/schemas/audience";

/** The subject line that is offered. */
export async function subjectFor({ title, kind }: ActivityView, { who }: MailingAudience): Promise<string> {
  const t = await getTranslations("staff.preview");
  switch (who) {
    case "unanswered":
      return t("reminderSubject", { title });
    case "accepted":
      return t("changedSubject", { title });
    case "expected":
      return t("cancelledSubject", { title });
    case "members":
      return t(kind === "survey" ? "surveySubject" : "inviteSubject", { title });
  }
}
