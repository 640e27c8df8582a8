import { getTranslations } from "next-intl/server";
import type { FieldSpec } from "@/components/form/field-spec";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import { longestEvidence, noSources } from "@/lib/schemas/suppression";

/** What the form for one "no" asks. */
export async function suppressionFields({ document }: PanelView): Promise<FieldSpec[]> {
  const [t, words] = await Promise.all([getTranslations("suppressions"), getTranslations("dpo")]);
  const sending = document.purposes.filter(({ messageKind }) => messageKind !== null);
  const channels = [...new Set(sending.flatMap((purpose) => purpose.channels))];
  const example = `${document.panel.referencePrefix}-7K3M9`;
  return [
    {
      kind: "radios",
      name: "whose",
      label: t("one.whose"),
      options: [
        { value: "address", label: t("one.address"), hint: t("one.addressHint") },
        { value: "member", label: t("one.member"), hint: t("one.memberHint") },
      ],
    },
    {
      kind: "text",
      name: "address",
      label: t("one.addressField"),
      hint: t("one.addressFieldHint"),
    },
    {
      ...{ kind: "text", name: "reference", label: t("one.reference"), width: "short" },
      hint: t("one.referenceHint", { example }),
    },
    {
      kind: "radios",
      name: "scope",
      label: t("one.scope"),
      options: [
        { value: "everything", label: t("everything"), hint: t("one.everythingHint") },
        { value: "marketing", label: t("marketing"), hint: t("one.marketingHint") },
        ...sending.map(({ key, name }) => ({ value: key, label: name })),
      ],
    },
    {
      ...{
        kind: "checkboxes",
        name: "channels",
        label: t("one.channels"),
        hint: t("one.channelsHint"),
        optional: true,
      },
      options: channels.map((value) => ({ value, label: words(`channel.${value}`) })),
    },
    { kind: "date", name: "receivedOn", label: t("one.receivedOn"), hint: t("one.receivedOnHint") },
    {
      ...{ kind: "radios", name: "source", label: t("one.source"), inline: true },
      options: noSources.map((value) => ({ value, label: t(`source.${value}`) })),
    },
    {
      ...{
        kind: "text",
        name: "evidence",
        label: t("one.evidence"),
        hint: t("one.evidenceHint"),
        width: "full",
      },
      maxLength: longestEvidence,
    },
  ];
}
