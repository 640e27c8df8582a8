import { getTranslations } from "next-intl/server";
import { Section } from "@/components/content/card";
import { Form } from "@/components/form/form";
import type { Granted } from "@/lib/auth/require-actor";
import { may } from "@/lib/policy/permission";
import { exportFormats } from "@/lib/schemas/trail-forms";
import { trailViewFilterSchema, type TrailQuery } from "@/lib/schemas/trail-query";
import { chosenOnly } from "@/app/_forms/chosen-only";
import { dpoPath } from "../../../_components/paths";
import { exportTrail, saveTrailView } from "../actions";
import { reasonField } from "./reason-field";
import { viewFields } from "./view-fields";

type Props = { granted: Granted; query: TrailQuery };

async function SaveForm({ granted: { panel }, query }: Props) {
  const t = await getTranslations("trail.views");
  const filter = trailViewFilterSchema.parse(query);
  return (
    <Form
      action={saveTrailView}
      id="view"
      folded={t("save")}
      tone="secondary"
      hidden={chosenOnly({ panel: panel.slug, ...filter })}
      submit={t("saveButton")}
      fields={await viewFields()}
    />
  );
}

async function ExportForm({ granted: { panel }, query }: Props) {
  const t = await getTranslations("trail.export");
  const { member } = query;
  const filter = trailViewFilterSchema.parse(query);
  const options = exportFormats.map((value) => ({ value, label: t(value), hint: t(`${value}Hint`) }));
  return (
    <Form
      action={exportTrail}
      id="export"
      folded={t("title")}
      tone="secondary"
      hidden={chosenOnly({ panel: panel.slug, member, ...filter })}
      initial={{ format: "csv" }}
      submit={t("button")}
      fields={[{ kind: "radios", name: "format", label: t("format"), options }, await reasonField("export")]}
    />
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
