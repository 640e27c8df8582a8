import { getTranslations } from "next-intl/server";
import { DataTable, type Row } from "@/components/content/data-table";
import { Tag } from "@/components/content/tag";
import { channels, type Channel } from "@/lib/policy/vocabulary";
import type { WhyAnswer, WhyCell, WhyRow } from "@/lib/queries/permission/get-why";

/** The address of the page that says all about one answer. */
export type FullAnswer = (purposeKey: string, channel: Channel) => string;

async function Short({ answer }: { answer: WhyAnswer }) {
  const t = await getTranslations("why.staff");
  const reason = await getTranslations("policy.reason");
  return (
    <>
      <Tag tone={answer.permitted ? "success" : "danger"}>{t(answer.permitted ? "yes" : "no")}</Tag>
      <span className="text-small">{reason(answer.code)}</span>
    </>
  );
}

/** The answer for one purpose and channel; what they joined only where that differs. */
async function Cell({ cell, href, about }: { cell: WhyCell; href: string; about: string }) {
  const t = await getTranslations("why.staff");
  const [own, joined] = cell.answers;
  if (own === undefined) return null;
  return (
    <div className="grid content-start justify-items-start gap-1 text-start max-sm:w-3/5 max-sm:shrink-0 max-sm:pb-3">
      <Short answer={own} />
      {joined === undefined || joined.code === own.code ? null : (
        <>
          <span className="text-small text-muted">{t("joined")}</span>
          <Short answer={joined} />
        </>
      )}
      <a className="text-small" href={href}>
        {t("full")}
        <span className="sr-only">{about}</span>
      </a>
    </div>
  );
}

/** Every purpose and way of contact with the gate's answer and its sentence. */
export async function WhyTable({ rows, full }: { rows: readonly WhyRow[]; full: FullAnswer }) {
  const t = await getTranslations("why.staff");
  const words = await getTranslations("policy.channel");
  const used = channels.filter((one) =>
    rows.some(({ cells }) => cells.some(({ channel }) => channel === one)),
  );
  if (used.length === 0) return <p className="text-muted">{t("nothing")}</p>;
  const cellOf = ({ purpose, cells }: WhyRow, channel: Channel) => {
    const cell = cells.find((one) => one.channel === channel);
    if (cell === undefined) return <span className="text-small text-muted">{t("notOffered")}</span>;
    const about = t("fullAbout", { purpose: purpose.name, channel: words(channel) });
    return <Cell cell={cell} href={full(purpose.key, channel)} about={about} />;
  };
  const rowOf = (row: WhyRow): Row => ({
    key: row.purpose.key,
    cells: {
      purpose: row.purpose.name,
      ...Object.fromEntries(used.map((channel) => [channel, cellOf(row, channel)])),
    },
  });
  return (
    <DataTable
      caption={t("table")}
      hideCaption
      columns={[
        { key: "purpose", label: t("purpose") },
        ...used.map((channel) => ({ key: channel, label: words(channel) })),
      ]}
      rows={rows.filter(({ cells }) => cells.length > 0).map(rowOf)}
    />
  );
}
