import { getTranslations } from "next-intl/server";
import { Section } from "@/components/content/card";
import { formWords } from "@/components/form/form";
import type { FormWords } from "@/components/form/field-spec";
import type { FormState } from "@/lib/actions/form-state";
import { consentFields, everyField } from "./form-fields";
import { Specimen } from "./specimen";
import { SpecimenForm } from "./specimen-form";

const asked = [
  "name",
  "email",
  "postcode",
  "people",
  "born",
  "area",
  "tenure",
  "internet",
  "topics",
  "repairs",
  "recommend",
  "read",
];

/** Every field untouched, and again after a refusal that found something wrong with most of them. */
export async function FormSection() {
  const t = await getTranslations("design.form");
  const g = await getTranslations("design.gallery");
  const words = await formWords();
  const fields = await everyField();
  const errors = Object.fromEntries(asked.map((name) => [name, [t(`errors.${name}`)]]));
  const invalid: FormState = {
    status: "invalid",
    fields: errors,
    values: { name: "", email: "rosa.example", tenure: "shared", topics: ["repairs"] },
  };
  return (
    <>
      <Section title={g("fields")}>
        <SpecimenForm
          id="every"
          words={words}
          fields={fields}
          submit={t("continue")}
          secondary={[
            { label: t("later"), name: "later", value: "1" },
            { label: t("cancel"), href: "#main" },
          ]}
          outcome={{ status: "invalid", fields: { name: [t("errors.name")] } }}
        />
      </Section>
      <Section title={g("fieldErrors")}>
        <SpecimenForm
          id="wrong"
          words={words}
          fields={fields}
          submit={t("continue")}
          state={invalid}
          outcome={{ status: "done", fields: {}, form: t("saved") }}
        />
      </Section>
    </>
  );
}

/** The consent question, untouched and with a choice left open. */
export async function ConsentSection() {
  const t = await getTranslations("design.form");
  const g = await getTranslations("design.gallery");
  const words = await formWords();
  const fields = await consentFields();
  const open = { status: "invalid" as const, fields: { "research.sms": [t("errors.choice")] } };
  return (
    <Section title={g("consent")}>
      <Specimen name="choiceMatrix">
        <SpecimenForm id="consent" words={words} fields={fields} submit={t("continue")} outcome={open} />
      </Specimen>
      <Specimen name="choiceMatrix, invalid">
        <SpecimenForm
          id="open"
          words={words}
          fields={fields}
          submit={t("continue")}
          state={{ ...open, values: { "research.email": "no" } }}
          outcome={{ status: "done", fields: {}, form: t("saved") }}
        />
      </Specimen>
      <RefusedForm words={words} />
      <Specimen name="row">
        <SpecimenForm
          id="row"
          layout="row"
          tone="secondary"
          words={words}
          fields={[{ kind: "postcode", name: "postcode", label: t("postcode") }]}
          submit={t("search")}
          outcome={{ status: "invalid", fields: { postcode: [t("errors.postcode")] } }}
        />
      </Specimen>
    </Section>
  );
}

async function RefusedForm({ words }: { words: FormWords }) {
  const t = await getTranslations("design.form");
  return (
    <Specimen name="refused, warning">
      <SpecimenForm
        id="refused"
        words={words}
        fields={[
          {
            kind: "fieldset",
            id: "leave",
            legend: t("leave"),
            hint: t("leaveHint"),
            fields: [{ kind: "singleCheckbox", name: "sure", label: t("leaveSure") }],
          },
        ]}
        submit={t("leaveSubmit")}
        tone="warning"
        state={{ status: "refused", fields: {}, form: t("errors.refused"), values: {} }}
        outcome={{ status: "done", fields: {}, form: t("saved") }}
      />
    </Specimen>
  );
}
