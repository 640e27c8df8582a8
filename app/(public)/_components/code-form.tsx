import { getTranslations } from "next-intl/server";
import { Section } from "@/components/content/card";
import type { FormAction } from "@/components/form/action-form";
import { Form } from "@/components/form/form";

type Props = { action: FormAction; hidden?: Record<string, string>; again: string };

/** Where the code is typed or pasted, and what to do when it does not come. */
export async function CodeForm({ action, hidden, again }: Props) {
  const t = await getTranslations("signin.code");
  return (
    <>
      <Form
        action={action}
        submit={t("button")}
        hidden={hidden}
        fields={[
          {
            kind: "text",
            name: "code",
            label: t("code"),
            hint: t("codeHint"),
            inputMode: "numeric",
            autoComplete: "one-time-code",
            width: "short",
          },
        ]}
      />
      <Section title={t("nothing")}>
        <p>{t("spam")}</p>
        <p>
          <a href={again}>{t("again")}</a>. {t("newEnds")}
        </p>
      </Section>
    </>
  );
}
