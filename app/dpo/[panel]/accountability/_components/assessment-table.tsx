import { getTranslations } from "next-intl/server";
import { DataTable } from "@/components/content/data-table";
import type { Granted } from "@/lib/auth/require-actor";
import { may } from "@/lib/policy/permission";
import type { AssessmentLine } from "@/lib/queries/accountability/list-assessments";
import { moments } from "../../../_components/moments";
import { dpoPath } from "../../../_components/paths";
import { StateTag } from "./state-tag";
import { WhatRests } from "./what-rests";

const columns = ["title", "kind", "state", "rests", "reviewOn", "owner"] as const;

type Props = { granted: Granted; assessments: readonly AssessmentLine[] };

/** Every assessment, overdue first, with what rests on it. */
export async function AssessmentTable({ granted: { actor, panel }, assessments }: Props) {
  const t = await getTranslations("accountability");
  const when = await moments();
  const mayReview = may(actor, "accountability.review", panel.id);
  const rows = assessments.map((assessment) => {
    const { record, state } = assessment;
    const path = `accountability/${encodeURIComponent(record.key)}`;
    return {
      key: record.key,
      cells: {
        title: (
          <span>
            <a href={dpoPath(panel.slug, path)}>{record.title}</a>
            {mayReview ? (
              <a className="block text-small" href={dpoPath(panel.slug, `${path}/review`)}>
                {t("record")}
                <span className="sr-only">: {record.title}</span>
              </a>
            ) : null}
          </span>
        ),
        kind: t(`kind.${record.kind}`),
        state: <StateTag state={state} />,
        rests: <WhatRests assessment={assessment} />,
        reviewOn: when.civil(record.reviewOn),
        owner: record.ownerRole,
      },
    };
  });
  return (
    <DataTable
      caption={t("caption")}
      hideCaption
      columns={columns.map((key) => ({ key, label: t(`column.${key}`) }))}
      rows={rows}
    />
  );
}
