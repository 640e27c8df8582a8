import { getTranslations } from "next-intl/server";
import { NotificationBanner } from "@/components/content/notice";
import { Form } from "@/components/form/form";
import type { Granted } from "@/lib/auth/require-actor";
import { dpoPath } from "../../../_components/paths";
import { holdEveryone, placeLegalHold } from "../actions";
import { placedFields } from "./hold-fields";

/** The form that places a hold; `reference` null: on everyone, with what that means said before. */
export async function PlaceForm({ granted, reference }: { granted: Granted; reference: string | null }) {
  const [t, fields] = await Promise.all([getTranslations("holds.new"), placedFields(granted)]);
  const { actor, panel } = granted;
  const { slug } = panel;
  const shared = {
    initial: { ownerId: actor.kind === "staff" ? actor.staffId : "" },
    submit: t("submit"),
  };
  if (reference !== null)
    return (
      <Form
        {...shared}
        action={placeLegalHold}
        hidden={{ panel: slug, reference }}
        fields={fields}
        secondary={[{ label: t("cancel"), href: dpoPath(slug, `members/${reference}`) }]}
      />
    );
  return (
    <>
      <NotificationBanner tone="warning" title={t("everyoneTitle")}>
        <p>{t("everyoneBody")}</p>
      </NotificationBanner>
      <Form
        {...shared}
        action={holdEveryone}
        hidden={{ panel: slug }}
        fields={[...fields, { kind: "singleCheckbox", name: "everyone", label: t("sure") }]}
        tone="warning"
        secondary={[{ label: t("cancel"), href: dpoPath(slug, "legal-holds") }]}
      />
    </>
  );
}
