import { getTranslations } from "next-intl/server";
import type { FormAction } from "@/components/form/action-form";
import type { Option } from "@/components/form/field-spec";
import { Form } from "@/components/form/form";
import { pauseEnd } from "@/lib/actions/resident/membership";
import { moments } from "./moments";

const lengths = ["P1M", "P3M", "P6M"] as const;

/** How long, and nothing else. The day a break ends is said beside each length. */
export async function PauseForm({ action, token }: { action: FormAction; token?: string | undefined }) {
  const t = await getTranslations("member.pause");
  const { civil } = await moments();
  const options: Option[] = lengths.map((length) => ({
    value: length,
    label: t(`length.${length}`),
    hint: t("untilDay", { date: civil(pauseEnd({ length }) ?? "") }),
  }));
  return (
    <Form
      action={action}
      fields={[
        {
          kind: "radios",
          name: "length",
          label: t("question"),
          options: [...options, { value: "date", label: t("length.date") }],
        },
        { kind: "date", name: "until", label: t("lastDay"), hint: t("lastDayHint") },
      ]}
      submit={t("button")}
      hidden={token === undefined ? {} : { token }}
    />
  );
}
