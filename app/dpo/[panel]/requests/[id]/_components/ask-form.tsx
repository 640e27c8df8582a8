import { getTranslations } from "next-intl/server";
import type { FieldSpec } from "@/components/form/field-spec";
import { Form } from "@/components/form/form";
import { askRefusal, feeGrounds, mayCharge } from "@/lib/policy/request/asking";
import { askable } from "@/lib/policy/request/request";
import type { RequestView } from "@/lib/queries/rights-request/get-request";
import { askPerson } from "../actions";
import { howFields, howInitial } from "./how-fields";

/** The press that asks the person for something, of what may be asked now. Nothing where nothing may. */
export async function AskForm({ slug, request }: { slug: string; request: RequestView }) {
  const t = await getTranslations("requests.ask");
  const open = askable.filter((what) => askRefusal(what, request) === null);
  if (open.length === 0) return null;
  const { reachable } = request.asker;
  const options = open.map((value) => ({ value, label: t(`whatOf.${value}`), hint: t(`whatHint.${value}`) }));
  const grounds = feeGrounds
    .filter((ground) => mayCharge(request.kind, ground))
    .map((value) => ({ value, label: t(`feeGroundOf.${value}`) }));
  const fields: FieldSpec[] = [
    { kind: "radios", name: "what", label: t("what"), options },
    { kind: "textarea", name: "reason", label: t("reason"), hint: t("reasonHint"), maxLength: 2_000 },
    ...(open.includes("fee")
      ? [
          {
            kind: "radios" as const,
            name: "feeGround",
            label: t("feeGround"),
            options: grounds,
            optional: true,
          },
        ]
      : []),
    ...(await howFields(reachable)),
  ];
  return (
    <Form
      action={askPerson}
      id="ask"
      hidden={{ panel: slug, requestId: request.id }}
      folded={t("folded")}
      fields={fields}
      initial={howInitial(reachable)}
      submit={t("submit")}
      tone="secondary"
    />
  );
}
