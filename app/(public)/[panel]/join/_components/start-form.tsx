import { getTranslations } from "next-intl/server";
import { Section } from "@/components/content/card";
import { Form } from "@/components/form/form";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import { startJoining } from "../actions";
import { editionField } from "./edition-field";

/** Who the panel is for, in which words to read the notice, and the press that begins. */
export async function StartForm({ panel }: { panel: PanelView }) {
  const t = await getTranslations("join.start");
  const { membership, organisation, panel: own } = panel.document;
  return (
    <Section title={t("who")} lead={membership.eligibility}>
      <Form
        action={startJoining}
        submit={t("button")}
        hidden={{ panel: panel.slug }}
        initial={{ edition: "standard" }}
        fields={[
          ...(await editionField(panel)),
          { kind: "singleCheckbox", name: "eligible", label: t("eligible") },
        ]}
      />
      <p className="text-muted">
        {t(own.joining === "round" ? "paperApply" : "paper", { phone: organisation.contactPhone })}
      </p>
    </Section>
  );
}
