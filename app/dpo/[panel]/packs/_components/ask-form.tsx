import { getTranslations } from "next-intl/server";
import { chosenOnly } from "@/app/_forms/chosen-only";
import { Section } from "@/components/content/card";
import { Form } from "@/components/form/form";
import type { Granted } from "@/lib/auth/require-actor";
import { listPackActivities } from "@/lib/queries/evidence/get-pack";
import { packScopes, type PackScope } from "@/lib/schemas/evidence-forms";
import { trailReasons } from "@/lib/schemas/trail-forms";
import { askForPack } from "../actions";

type Props = {
  granted: Granted;
  scope: PackScope | undefined;
  member: string | undefined;
  activity: string | undefined;
};

/** What it is to be about, and why it is needed. */
export async function AskForm({ granted, scope, member, activity }: Props) {
  const [t, activities] = await Promise.all([getTranslations("trail"), listPackActivities(granted)]);
  return (
    <Section title={t("pack.ask")}>
      <Form
        action={askForPack}
        hidden={{ panel: granted.panel.slug }}
        initial={chosenOnly({ scope, member, activity })}
        submit={t("pack.button")}
        fields={[
          {
            kind: "radios",
            name: "scope",
            label: t("pack.scope"),
            options: packScopes.map((value) => ({
              value,
              label: t(`pack.${value}`),
              hint: t(`pack.${value}Hint`),
            })),
          },
          {
            kind: "text",
            name: "member",
            label: t("pack.member"),
            hint: t("pack.memberHint"),
            width: "medium",
          },
          {
            kind: "select",
            name: "activity",
            label: t("pack.whichActivity"),
            hint: t("pack.activityHint2"),
            emptyLabel: t("pack.choose"),
            options: activities.map(({ id, title }) => ({ value: id, label: title })),
          },
          {
            kind: "select",
            name: "reason",
            label: t("pack.reason"),
            hint: t("pack.reasonHint"),
            emptyLabel: t("pack.chooseReason"),
            options: trailReasons.map((value) => ({ value, label: t(`reason.${value}`) })),
          },
        ]}
      />
    </Section>
  );
}
