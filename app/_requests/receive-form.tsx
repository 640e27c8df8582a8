import { getTranslations } from "next-intl/server";
import { dateParts } from "@/app/staff/_components/moments";
import { receiveRequest } from "@/app/staff/[panel]/requests/new/actions";
import type { FieldSpec } from "@/components/form/field-spec";
import { Form } from "@/components/form/form";
import { londonDate, now } from "@/lib/clock";
import { newId } from "@/lib/id";
import { requestKinds } from "@/lib/policy/request/request";

async function fields(): Promise<FieldSpec[]> {
  const t = await getTranslations("requests");
  const kinds = requestKinds.map((value) => {
    return { value, label: t(`kind.${value}`), hint: t(`kindHint.${value}`) };
  });
  const methods = (["phone", "paper", "inPerson"] as const).map((value) => {
    return { value, label: t(`method.${value}`) };
  });
  return [
    { kind: "radios", name: "kind", label: t("new.kind"), options: kinds },
    { kind: "textarea", name: "details", label: t("new.details"), rows: 5, maxLength: 4_000 },
    { kind: "radios", name: "method", label: t("new.method"), options: methods },
    { kind: "date", name: "receivedOn", label: t("new.receivedOn") },
    {
      ...{ kind: "text", name: "reference", label: t("new.reference"), hint: t("new.referenceHint") },
      ...{ optional: true, width: "medium", maxLength: 20 },
    },
    {
      ...{ kind: "text", name: "requesterName", label: t("new.requesterName") },
      ...{ optional: true, width: "long", maxLength: 160 },
    },
    {
      ...{ kind: "text", name: "replyTo", label: t("new.replyTo"), hint: t("new.replyToHint") },
      ...{ optional: true, width: "full", maxLength: 300 },
    },
  ];
}

type Props = { slug: string; member?: string | undefined; submit: string; back: string };

/** The form by which anybody who works here keeps a request that reached them. Sent twice it is one request. */
export async function ReceiveForm({ slug, member = "", submit, back }: Props) {
  const t = await getTranslations("requests.own");
  return (
    <Form
      action={receiveRequest}
      hidden={{ panel: slug, id: newId() }}
      fields={await fields()}
      initial={{ reference: member, ...dateParts("receivedOn", londonDate(now())) }}
      submit={submit}
      secondary={[{ label: t("cancel"), href: back }]}
    />
  );
}
