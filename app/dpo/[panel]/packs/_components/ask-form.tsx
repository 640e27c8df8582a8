import { getTranslations } from "next-intl/server";
import { chosenOnly } from "@/app/_forms/chosen-only";
import { Section } from "@/components/content/card";
import { Form } from "@/components/form/form";
import type { Granted } from "@/lib/auth/require-actor";
import { listPackActivities } from "@/lib/queries/evidence/get-pack";
import { packScopes, type PackScope } from "@/lib/schemas/evidence-forms";
import { reasonField } from "../../trail/_components/reason-field";
import { askForPack } from "../actions";

type Props = {
  granted: Granted;
  scope: PackScope | undefined;
  member: string | undefined;
  activity: string | undefined;
};

/** What it is to be about, and why it is needed. */
export async function AskForm({ granted, scope, member, activity }: Props) {
  const [t, activities] = await Promise.all([getTranslations("trail.pack"), listPackActivities(granted)]);
  return (
    <Section title={t("ask")}>
      <Form
        action={askForPack}
        hidden={{ panel: granted.panel.slug }}
        initial={chosenOnly({ scope, member, activity })}
        submit={t("button")}
        fields={[
          {
            kind: "radios",
            name: "scope",
            label: t("scope"),
            options: packScopes.map((value) => ({
              value,
              label: t(value),
              hint: t(`${value}Hint`),
            })),
          },
          {
            kind: "text",
            name: "member",
            label: t("member"),
            hint: t("memberHint"),
            width: "medium",
          },
          {
            kind: "select",
            name: "activity",
            label: t("whichActivity"),
            hint: t("activityHint2"),
            emptyLabel: t("choose"),
            options: activities.map(({ id, title }) => ({ value: id, label: title })),
          },
          await reasonField("pack"),
        ]}
      />
    </Section>
  );
}
