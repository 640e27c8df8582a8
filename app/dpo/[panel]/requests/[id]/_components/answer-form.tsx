import { getTranslations } from "next-intl/server";
import { dateParts } from "@/app/staff/_components/moments";
import { Form } from "@/components/form/form";
import { londonDate, now } from "@/lib/clock";
import type { Asked } from "@/lib/policy/request/request";
import { recordAnswer } from "../actions";

/** The press that records that what was asked of them is here. */
export async function AnswerForm(props: { slug: string; requestId: string; what: Asked }) {
  const { slug, requestId, what } = props;
  const t = await getTranslations("requests.answer");
  return (
    <Form
      action={recordAnswer}
      id={`answer-${what}`}
      hidden={{ panel: slug, requestId, what }}
      fields={[{ kind: "date", name: "on", label: t("on") }]}
      initial={dateParts("on", londonDate(now()))}
      submit={t(`submit.${what}`)}
    />
  );
}
