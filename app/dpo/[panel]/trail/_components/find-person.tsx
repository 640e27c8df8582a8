import { getTranslations } from "next-intl/server";
import { Form } from "@/components/form/form";
import type { Granted } from "@/lib/auth/require-actor";
import { may } from "@/lib/policy/permission";
import { findPerson } from "../actions";

/** From a name to a reference, by POST: a name never stands in an address. For those who may list members. */
export async function FindPerson({ granted: { actor, panel } }: { granted: Granted }) {
  if (!may(actor, "member.list", panel.id)) return null;
  const t = await getTranslations("trail.person");
  return (
    <Form
      action={findPerson}
      id="person"
      layout="row"
      tone="secondary"
      hidden={{ panel: panel.slug }}
      submit={t("find")}
      fields={[{ kind: "text", name: "words", label: t("name"), hint: t("nameHint"), width: "long" }]}
    />
  );
}
