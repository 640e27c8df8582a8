import { getTranslations } from "next-intl/server";
import { historyItems } from "@/app/_resident/history-words";
import { MemberFrame } from "@/app/_resident/member-frame";
import { memberTitle } from "@/app/_resident/member-title";
import { first, type Query } from "@/app/_resident/query";
import { EmptyState } from "@/components/content/empty-state";
import { Pagination } from "@/components/content/pagination";
import { Timeline } from "@/components/content/timeline";
import { PageTitle } from "@/components/layout/page-title";
import { requireMember } from "@/lib/auth/require-actor";
import { now } from "@/lib/clock";
import { getSeal } from "@/lib/queries/ledger/get-seal";
import { listHistory } from "@/lib/queries/member/list-history";
import { numberHistory } from "@/lib/queries/member/number-history";
import { ProofOfItem } from "./_components/proof-of-item";
import { RegisterSeal } from "./_components/register-seal";

export const generateMetadata = memberTitle("history.title");

type ShownProof = NonNullable<NonNullable<Parameters<typeof historyItems>[2]>["proof"]>;

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
  const [numbered, seal] = await Promise.all([
    numberHistory(organisationId, memberId, items),
    getSeal(organisationId),
  ]);
  const proof: ShownProof = (item, title) => (
    <ProofOfItem item={item} seal={seal}>
      {title}
    </ProofOfItem>
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
        <Timeline items={await historyItems(granted.panel.document, numbered, { open: all, proof })} />
      )}
      <RegisterSeal seal={seal} panel={granted.panel.slug} />
      <Pagination
        newer={first(query["before"]) === undefined ? undefined : "/my/history"}
        older={older === null ? undefined : `/my/history?before=${older.toISOString()}`}
      />
    </MemberFrame>
  );
}
