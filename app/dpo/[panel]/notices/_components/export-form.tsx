import { getTranslations } from "next-intl/server";
import { Section } from "@/components/content/card";
import { Form } from "@/components/form/form";
import type { Granted } from "@/lib/auth/require-actor";
import { may } from "@/lib/policy/permission";
import { exportReasons } from "@/lib/schemas/notice-edition";
import { exportShown } from "../actions";

type Props = {
  granted: Granted;
  list: "shown" | "notShown";
  filter: Readonly<Record<string, string>>;
};

/** Takes the whole list out as CSV, after saying why; that is recorded before the file can be had. */
export async function ExportForm({ granted: { actor, panel }, list, filter }: Props) {
  const t = await getTranslations("notices");
  if (!may(actor, "notice.export", panel.id)) return null;
  return (
    <Section title={t("dpo.export")} lead={t("dpo.exportLead")}>
      <Form
        action={exportShown}
        hidden={{ panel: panel.slug, list, ...filter }}
        submit={t("dpo.exportButton")}
        tone="secondary"
        fields={[
          {
            kind: "select",
            name: "reason",
            label: t("dpo.exportReason"),
            emptyLabel: t("dpo.chooseReason"),
            options: exportReasons.map((value) => ({ value, label: t(`reason.${value}`) })),
          },
        ]}
      />
    </Section>
  );
}
