import { getFormatter, getTranslations } from "next-intl/server";
import { Details } from "@/components/content/notice";
import { Section } from "@/components/content/card";
import { DataTable } from "@/components/content/data-table";
import { SummaryList } from "@/components/content/summary-list";
import type { HeldData, HeldField } from "@/lib/queries/member/list-held-data";
import { isCivilDate } from "@/lib/policy/civil";
import { moments, type Moments } from "./moments";

function shown(value: string, { civil }: Moments): string {
  return isCivilDate(value) ? civil(value) : value;
}

async function FieldRow({ field, values, purposes, kept }: HeldField) {
  const t = await getTranslations("member.data");
  const words = await moments();
  const format = await getFormatter();
  const roles = format.list(field.readableBy.map((role) => t(`role.${role}`)));
  return (
    <SummaryList
      card={field.label}
      level={3}
      rows={[
        {
          key: "what",
          label: t("what"),
          value: values.map((value) => <p key={value}>{shown(value, words)}</p>),
        },
        {
          key: "why",
          label: t("why"),
          value:
            purposes.length === 0
              ? t("whyNothing")
              : purposes.map(({ key, name }) => <p key={key}>{name}</p>),
        },
        { key: "who", label: t("who"), value: t("whoWords", { roles }) },
        { key: "source", label: t("source"), value: t(`sourceWords.${field.source}`) },
        {
          key: "until",
          label: t("until"),
          value:
            kept === null
              ? t("untilUnknown")
              : kept.dueOn === null
                ? kept.rule.sourceText
                : words.civil(kept.dueOn),
        },
      ]}
    />
  );
}

/** Field by field: what, why, who may see it, where it came from, until when. What is not held is named too. */
export async function HeldDataList({ held }: { held: HeldData }) {
  const t = await getTranslations("member.data");
  const known = held.fields.filter(({ values }) => values.length > 0);
  const unknown = held.fields.filter(({ values }) => values.length === 0);
  const counts = Object.entries(held.counts).map(([key, count]) => ({
    key,
    cells: { what: t(`count.${key}`), count: String(count) },
  }));
  return (
    <>
      <Section title={t("fieldsTitle")}>
        <div className="held-grid">
          {known.map((one) => (
            <FieldRow key={one.field.key} {...one} />
          ))}
        </div>
        {unknown.length === 0 ? null : (
          <Details summary={t("unknownTitle", { count: unknown.length })}>
            <ul className="list-disc ps-5">
              {unknown.map(({ field }) => (
                <li key={field.key}>{field.label}</li>
              ))}
            </ul>
          </Details>
        )}
      </Section>
      <Section title={t("recordsTitle")} lead={t("recordsLead")}>
        <DataTable
          caption={t("recordsTitle")}
          hideCaption
          columns={[
            { key: "what", label: t("record") },
            { key: "count", label: t("howMany"), numeric: true },
          ]}
          rows={counts}
        />
        <p>
          <a href="/my/history">{t("seeHistory")}</a>
        </p>
      </Section>
    </>
  );
}
