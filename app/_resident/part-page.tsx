import { getTranslations } from "next-intl/server";
import type { FormAction } from "@/components/form/action-form";
import type { FieldSpec } from "@/components/form/field-spec";
import { Form } from "@/components/form/form";
import { PageTitle } from "@/components/layout/page-title";
import type { MemberGranted } from "@/lib/auth/require-actor";
import { MemberFrame } from "./member-frame";

type Props = {
  granted: MemberGranted;
  part: "name" | "address" | "phone" | "email" | "about" | "format";
  action: FormAction;
  fields: FieldSpec[];
  initial: Record<string, string | string[]>;
};

/** One part of a member's details in one form. */
export async function PartPage({ granted, part, action, fields, initial }: Props) {
  const t = await getTranslations("member.details");
  const lead = t.has(`part.${part}.lead`) ? t(`part.${part}.lead`) : undefined;
  return (
    <MemberFrame granted={granted} back={{ href: "/my/details", label: t("title") }}>
      <PageTitle lead={lead}>{t(`part.${part}.title`)}</PageTitle>
      <Form
        action={action}
        fields={fields}
        initial={initial}
        submit={t(`part.${part}.button`)}
        secondary={[{ label: t("cancel"), href: "/my/details" }]}
      />
    </MemberFrame>
  );
}
