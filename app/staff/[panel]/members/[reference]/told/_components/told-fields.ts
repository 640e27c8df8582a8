import { getTranslations } from "next-intl/server";
import type { FieldSpec } from "@/components/form/field-spec";
import { mayStop } from "@/lib/policy/choice";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import { toldMethods } from "@/lib/schemas/decision-forms";

/** What the form asks about one thing that a person told us. */
export async function toldFields({ document }: PanelView): Promise<FieldSpec[]> {
  const t = await getTranslations("decisions.told");
  const words = await getTranslations("policy.channel");
  const free = document.purposes.filter(mayStop);
  const channels = [...new Set(free.flatMap((purpose) => purpose.channels))];
  const purposes = free.map(({ key, name }) => ({ value: key, label: name }));
  const ways = [
    { value: "every", label: t("everyChannel") },
    ...channels.map((value) => ({ value, label: words(value) })),
  ];
  const methods = toldMethods.map((value) => ({ value, label: t(`methods.${value}`) }));
  const answers = [
    { value: "yes", label: t("yes") },
    { value: "no", label: t("no"), hint: t("noHint") },
  ];
  return [
    { kind: "radios", name: "purposeKey", label: t("purpose"), options: purposes },
    { kind: "radios", name: "channel", label: t("channel"), hint: t("channelHint"), options: ways },
    { kind: "radios", name: "answer", label: t("answer"), options: answers },
    { kind: "date", name: "day", label: t("day"), hint: t("dayHint") },
    { kind: "radios", name: "method", label: t("method"), options: methods, inline: true },
    {
      ...{ kind: "text", name: "script", label: t("script"), hint: t("scriptHint") },
      ...{ optional: true, width: "medium", maxLength: 100 },
    },
    {
      ...{ kind: "text", name: "evidence", label: t("evidence"), hint: t("evidenceHint") },
      ...{ width: "full", maxLength: 200 },
    },
  ];
}
