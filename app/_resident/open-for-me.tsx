import { getTranslations } from "next-intl/server";
import { Section } from "@/components/content/card";
import { EmptyState } from "@/components/content/empty-state";
import { listAskedActivities } from "@/lib/queries/member/list-asked-activities";
import { AskedList } from "./asked-list";

/** What waits for an answer, first; then what the member said yes to and is still to come. */
export async function OpenForMe({ organisationId, memberId }: { organisationId: string; memberId: string }) {
  const t = await getTranslations("member.home");
  const asked = await listAskedActivities(organisationId, memberId);
  const open = asked.filter((one) => one.open && one.answer === null);
  const coming = asked.filter((one) => one.open && one.answer === "accepted");
  return (
    <>
      <Section title={t("openTitle")}>
        {open.length === 0 ? (
          <EmptyState title={t("nothingOpen")}>{t("nothingOpenMeans")}</EmptyState>
        ) : (
          <AskedList asked={open} />
        )}
      </Section>
      {coming.length === 0 ? null : (
        <Section title={t("comingTitle")}>
          <AskedList asked={coming} />
        </Section>
      )}
      <p>
        <a href="/my/invitations">{t("allAsked")}</a>
      </p>
    </>
  );
}
