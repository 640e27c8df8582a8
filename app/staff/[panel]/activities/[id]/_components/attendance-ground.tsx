import { getTranslations } from "next-intl/server";
import { Details, InsetText } from "@/components/content/notice";
import { attendancePurpose } from "@/lib/policy/attendance";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import type { ActivityView } from "@/lib/queries/staff/get-activity";
import type { Expected } from "@/lib/queries/staff/list-attendance";

type Props = { panel: PanelView; activity: ActivityView; people: readonly Expected[] };

/** What it is noted for, and who is coming of whom nothing may be noted. */
export async function AttendanceGround({ panel, activity, people }: Props) {
  const t = await getTranslations("staff.attendance");
  const own = attendancePurpose(panel.document);
  const purpose = own ?? panel.document.purposes.find(({ key }) => key === activity.purposeKey);
  const without = people.filter(({ mayNote }) => !mayNote);
  return (
    <>
      <InsetText>
        {t(own === null ? "purposeOfActivity" : "purpose", { purpose: purpose?.name ?? activity.purposeKey })}
      </InsetText>
      {without.length === 0 ? null : (
        <Details summary={t("without", { count: without.length })} open={without.length <= 3}>
          <p>{t("withoutMeans")}</p>
          <ul>
            {without.map(({ memberId, name, reference }) => (
              <li key={memberId}>{t("person", { name, reference })}</li>
            ))}
          </ul>
        </Details>
      )}
    </>
  );
}
