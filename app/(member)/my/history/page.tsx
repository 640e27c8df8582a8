import { getTranslations } from "next-intl/server";
import { MemberFrame } from "@/app/_resident/member-frame";
import { memberTitle } from "@/app/_resident/member-title";
import { first, type Query } from "@/app/_resident/query";
import { EmptyState } from "@/components/content/empty-state";
import { Pagination } from "@/components/content/pagination";
import { PageTitle } from "@/components/layout/page-title";
import { requireMember } from "@/lib/auth/require-actor";
import { now } from "@/lib/clock";
import { listHistory } from "@/lib/queries/member/list-history";
import { ProvenHistory } from "./_components/proven-history";

export const generateMetadata = memberTitle("history.title");

const onePage = 30;
const allOfIt = 1_000;

function startOf(query: Query): Date {
  const typed = new Date(first(query["before"]) ?? "");
  return Number.isNaN(typed.getTime()) ? new Date(now().getTime() + 1_000) : typed;
}

export default async function HistoryPage({ searchParams }: { searchParams: Promise<Query> }) {
  const granted = await requireMember("dashboard.view");
  const t = await getTranslations("member.history");
  const query = await searchParams;
  const all = first(query["all"]) !== undefined;
  const { organisationId, memberId } = granted.actor;
  const { items, older } = await listHistory(
    organisationId,
    memberId,
    startOf(query),
    all ? allOfIt : onePage,
  );
  return (
    <MemberFrame granted={granted}>
      <PageTitle lead={t("lead")}>{t("title")}</PageTitle>
      {all ? (
        <p className="print-hint">{t("printHint")}</p>
      ) : (
        <p>
          <a href="/my/history?all=1">{t("print")}</a>
        </p>
      )}
      {items.length === 0 ? (
        <EmptyState title={t("empty")} />
      ) : (
        <ProvenHistory granted={granted} items={items} open={all} />
      )}
      <Pagination
        newer={first(query["before"]) === undefined ? undefined : "/my/history"}
        older={older === null ? undefined : `/my/history?before=${older.toISOString()}`}
      />
    </MemberFrame>
  );
}
