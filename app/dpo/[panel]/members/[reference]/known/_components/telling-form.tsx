import { getTranslations } from "next-intl/server";
import { Form } from "@/components/form/form";
import { recordTelling } from "../actions";

type Props = {
  panel: string;
  reference: string;
  /** The decision about an objection; absent: that the restriction ends. */
  objectionOutcomeId?: string;
};

/** The press that records that somebody was told without the mail: what was decided counts from three days after. */
export async function TellingForm({ panel, reference, objectionOutcomeId }: Props) {
  const t = await getTranslations("known");
  const options = (["phone", "letter", "inPerson"] as const).map((value) => {
    return { value, label: t(`telling.placeOf.${value}`) };
  });
  const about = objectionOutcomeId === undefined ? {} : { objectionOutcomeId };
  return (
    <Form
      action={recordTelling}
      id={`told-${objectionOutcomeId ?? "lift"}`}
      hidden={{ panel, reference, ...about }}
      fields={[
        {
          ...{ kind: "radios", name: "place", label: t("telling.place"), hint: t("telling.means") },
          options,
        },
        {
          ...{ kind: "text", name: "evidence", label: t("evidence"), hint: t("evidenceHint") },
          ...{ width: "full", maxLength: 200 },
        },
      ]}
      submit={t("telling.record")}
      tone="secondary"
    />
  );
}
