import { getTranslations } from "next-intl/server";
import { DataTable } from "@/components/content/data-table";
import { EmptyState } from "@/components/content/empty-state";
import { Pagination } from "@/components/content/pagination";
import { Tag } from "@/components/content/tag";
import type { ListedRequest, RequestPage } from "@/lib/queries/rights-request/list-requests";
import type { RequestQuery } from "@/lib/schemas/rights-request";
import { moments } from "../../../_components/moments";
import { dpoPath } from "../../../_components/paths";
import { StandingTag } from "./standing-tag";

const columns = {
  open: ["what", "who", "received", "due"],
  closed: ["what", "who", "received", "closed", "outcome"],
} as const;

async function cellsOf(slug: string, request: ListedRequest) {
  const [t, when] = await Promise.all([getTranslations("requests"), moments()]);
  const { id, kind, reference, subjectRef, receivedOn, closedOn, dueOn, outcome, clock } = request;
  return {
    what: <a href={dpoPath(slug, `requests/${id}`)}>{t(`kind.${kind}`)}</a>,
    who:
      reference === null ? (
        <span className="text-muted">{t(subjectRef === null ? "notMember" : "gone")}</span>
      ) : (
        <span className="reference whitespace-nowrap">{reference}</span>
      ),
    received: when.civil(receivedOn),
    due: (
      <span>
        {when.civil(dueOn)} {clock.standing === "running" ? null : <StandingTag request={request} />}
      </span>
    ),
    closed: (
      <span>
        {closedOn === null ? null : when.civil(closedOn)}{" "}
        {closedOn !== null && closedOn > dueOn ? <Tag tone="danger">{t("late")}</Tag> : null}
      </span>
    ),
    outcome: outcome === null ? null : t(`outcome.${outcome}`),
  };
}

type Props = { slug: string; query: RequestQuery; page: RequestPage };

/** Requests, one a line, each with the way to it. */
export async function RequestTable({ slug, query, page: { requests, next } }: Props) {
  const t = await getTranslations("requests");
  const { show, member } = query;
  const view = show ?? "open";
  const isFirst = query.id === undefined;
  if (requests.length === 0 && isFirst) {
    const empty = show === undefined ? "emptyOpen" : "emptyClosed";
    return <EmptyState title={t(empty)}>{t(`${empty}Body`)}</EmptyState>;
  }
  const here = (place = {}) => dpoPath(slug, "requests", { show, member, ...place });
  return (
    <>
      <DataTable
        caption={t(`caption.${view}`)}
        columns={columns[view].map((key) => ({ key, label: t(`column.${key}`) }))}
        rows={await Promise.all(
          requests.map(async (request) => ({ key: request.id, cells: await cellsOf(slug, request) })),
        )}
      />
      <Pagination
        labels={{ newer: t("first"), older: t("next") }}
        newer={isFirst ? undefined : here()}
        older={next === null ? undefined : here(next)}
      />
    </>
  );
}
