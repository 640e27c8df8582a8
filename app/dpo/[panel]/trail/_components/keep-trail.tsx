import { getTranslations } from "next-intl/server";
import { Section } from "@/components/content/card";
import { Details } from "@/components/content/notice";
import { Form } from "@/components/form/form";
import type { Granted } from "@/lib/auth/require-actor";
import { may } from "@/lib/policy/permission";
import { exportFormats, trailReasons } from "@/lib/schemas/trail-forms";
import { trailViewFilterSchema, type TrailQuery } from "@/lib/schemas/trail-query";
import { chosenOnly } from "@/app/_forms/chosen-only";
import { dpoPath } from "../../../_components/paths";
import { exportTrail, saveTrailView } from "../actions";

type Props = { granted: Granted; query: TrailQuery };

async function SaveForm({ granted: { panel }, query }: Props) {
  const t = await getTranslations("trail.views");
  const filter = trailViewFilterSchema.parse(query);
  return (
    <Details summary={t("save")}>
      <Form
        action={saveTrailView}
        id="view"
        tone="secondary"
        hidden={chosenOnly({ panel: panel.slug, ...filter })}
        submit={t("saveButton")}
        fields={[
          { kind: "text", name: "name", label: t("name"), hint: t("nameHint"), width: "long", maxLength: 80 },
          { kind: "singleCheckbox", name: "shared", label: t("share") },
        ]}
      />
    </Details>
  );
}

async function ExportForm({ granted: { panel }, query }: Props) {
  const t = await getTranslations("trail");
  const { member } = query;
  const filter = trailViewFilterSchema.parse(query);
  return (
    <Details summary={t("export.title")}>
      <Form
        action={exportTrail}
        id="export"
        tone="secondary"
        hidden={chosenOnly({ panel: panel.slug, member, ...filter })}
        initial={{ format: "csv" }}
        submit={t("export.button")}
        fields={[
          {
            kind: "radios",
            name: "format",
            label: t("export.format"),
            options: exportFormats.map((value) => ({
              value,
              label: t(`export.${value}`),
              hint: t(`export.${value}Hint`),
            })),
          },
          {
            kind: "select",
            name: "reason",
            label: t("export.reason"),
            hint: t("export.reasonHint"),
            emptyLabel: t("export.choose"),
            options: trailReasons.map((value) => ({ value, label: t(`reason.${value}`) })),
          },
        ]}
      />
    </Details>
  );
}

/** What can be done with what is shown: keep the filters as a view, take the entries out. */
export async function KeepTrail({ granted, query }: Props) {
  const t = await getTranslations("trail.keep");
  const { actor, panel } = granted;
  const maySave = may(actor, "trailView.save", panel.id);
  const mayExport = may(actor, "trail.export", panel.id);
  if (!maySave && !mayExport) return null;
  return (
    <div className="print:hidden">
      <Section title={t("title")}>
        {maySave ? <SaveForm granted={granted} query={query} /> : null}
        {mayExport ? <ExportForm granted={granted} query={query} /> : null}
        {may(actor, "evidence.pack", panel.id) ? (
          <p>
            <a href={dpoPath(panel.slug, "packs", { member: query.member })}>{t("pack")}</a>
          </p>
        ) : null}
      </Section>
    </div>
  );
}
