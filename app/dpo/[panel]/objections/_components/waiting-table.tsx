import { getTranslations } from "next-intl/server";
import { DataTable } from "@/components/content/data-table";
import { Pagination } from "@/components/content/pagination";
import { Tag } from "@/components/content/tag";
import type { WaitingObjection, WaitingPage } from "@/lib/queries/marker/list-waiting-objections";
import { moments } from "../../../_components/moments";
import { dpoPath } from "../../../_components/paths";

const columns = ["member", "purpose", "since", "decideBy"] as const;

async function rowOf(slug: string, { reference, purpose, since, decideBy, overdue }: WaitingObjection) {
  const [t, when] = await Promise.all([getTranslations("dpo.objections"), moments()]);
  return {
    key: `${reference}-${purpose.key}`,
    cells: {
      member: (
        <a href={dpoPath(slug, `members/${reference}/known`)} className="reference">
          {reference}
        </a>
      ),
      purpose: purpose.name,
      since: when.day(new Date(since)),
      decideBy: (
        <span>
          {decideBy === null ? null : when.civil(decideBy)}{" "}
          {overdue ? <Tag tone="danger">{t("late")}</Tag> : null}
        </span>
      ),
    },
  };
}

type Props = { slug: string; page: WaitingPage; isFirst: boolean };

/** Who waits for what, each with the way to where it is decided. */
export async function WaitingTable({ slug, page: { objections, next }, isFirst }: Props) {
  const t = await getTranslations("dpo.objections");
  const here = (query = {}) => dpoPath(slug, "objections", query);
  const older =
    next === null
      ? undefined
      : here({ since: next.since.toISOString(), member: next.memberId, purpose: next.purposeKey });
  return (
    <>
      <DataTable
        caption={t("caption")}
        columns={columns.map((key) => ({ key, label: t(key) }))}
        rows={await Promise.all(objections.map((one) => rowOf(slug, one)))}
      />
      <Pagination
        labels={{ newer: t("first"), older: t("next") }}
        newer={isFirst ? undefined : here()}
        older={older}
      />
    </>
  );
}
