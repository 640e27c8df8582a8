import { getTranslations } from "next-intl/server";
import { WaitingForSecond } from "@/app/_waiting/waiting-for-second";
import { Section } from "@/components/content/card";
import { StatRow } from "@/components/content/stat-row";
import { PageTitle } from "@/components/layout/page-title";
import { requireActor } from "@/lib/auth/require-actor";
import { getOverview } from "@/lib/queries/staff/get-overview";
import { listMailings } from "@/lib/queries/staff/list-mailings";
import { ActivityTable } from "../_components/activity-table";
import { MailingTable } from "../_components/mailing-table";
import { NewFocusGroup } from "../_components/new-focus-group";
import { staffTitle } from "../_components/page-metadata";
import { staffPath } from "../_components/paths";
import { StaffFrame } from "../_components/staff-frame";
import { TaskList } from "../_components/task-list";

export const generateMetadata = staffTitle("overview.title");

export default async function Overview({ params }: PageProps<"/staff/[panel]">) {
  const { panel: slug } = await params;
  const granted = await requireActor("activity.view", slug);
  const t = await getTranslations("staff");
  const [overview, mailings] = await Promise.all([getOverview(granted), listMailings(granted, { size: 5 })]);
  const stats = overview.members.map(({ state, count }) => ({
    key: state,
    label: t(`memberState.many.${state}`),
    value: count.toLocaleString("en-GB"),
  }));
  return (
    <StaffFrame granted={granted}>
      <PageTitle action={<NewFocusGroup granted={granted} />}>{t("overview.title")}</PageTitle>
      <WaitingForSecond granted={granted} />
      <TaskList granted={granted} tasks={overview.tasks} />
      <Section title={t("overview.open")}>
        <ActivityTable
          slug={slug}
          rows={overview.open}
          caption={t("overview.open")}
          empty={t("overview.nothingOpen")}
        />
      </Section>
      <Section title={t("overview.members")}>
        <StatRow stats={stats} />
      </Section>
      <Section title={t("overview.mailings")}>
        <MailingTable slug={slug} rows={mailings.rows} caption={t("overview.mailings")} />
        {mailings.older === null ? null : (
          <a href={staffPath(slug, "mailings")}>{t("overview.allMailings")}</a>
        )}
      </Section>
    </StaffFrame>
  );
}
