import { getTranslations } from "next-intl/server";
import { DataTable } from "@/components/content/data-table";
import type { MemberInvitation } from "@/lib/queries/staff/list-invitations-of-member";
import { moments } from "../../../../_components/moments";
import { staffPath } from "../../../../_components/paths";

type Props = { slug: string; invitations: readonly MemberInvitation[] };

/** What the member was asked, what they answered, and whether they came. */
export async function MemberInvitations({ slug, invitations }: Props) {
  const t = await getTranslations("staff.member.invitations");
  const when = await moments();
  if (invitations.length === 0) return <p className="text-muted">{t("none")}</p>;
  const answerOf = ({ kind, answer, responded }: MemberInvitation) =>
    kind === "survey" && answer !== "notThis"
      ? t(responded ? "responded" : "noResponse")
      : t(`answer.${answer}`);
  const columns = (["activity", "invitedAt", "answer", "attendance"] as const).map((key) => ({
    key,
    label: t(`column.${key}`),
  }));
  const rows = invitations.map((invitation) => ({
    key: invitation.activityId,
    cells: {
      activity: (
        <a
          href={staffPath(
            slug,
            `${invitation.kind === "survey" ? "surveys" : "activities"}/${invitation.activityId}`,
          )}
        >
          {invitation.title}
        </a>
      ),
      invitedAt: when.day(invitation.invitedAt),
      answer: answerOf(invitation),
      attendance: invitation.attendance === null ? t("notMarked") : t(`attendance.${invitation.attendance}`),
    },
  }));
  return <DataTable caption={t("title")} hideCaption columns={columns} rows={rows} />;
}
