import { getTranslations } from "next-intl/server";
import { Form } from "@/components/form/form";
import type { RequestView } from "@/lib/queries/rights-request/get-request";
import { moments } from "../../../../_components/moments";
import { extendRequest } from "../actions";
import { howFields, howInitial } from "./how-fields";

/** The press that takes two months more, while a notice still counts. */
export async function ExtendForm({ slug, request }: { slug: string; request: RequestView }) {
  const [t, when] = await Promise.all([getTranslations("requests"), moments()]);
  const { reachable } = request.asker;
  return (
    <Form
      action={extendRequest}
      id="extend"
      hidden={{ panel: slug, requestId: request.id }}
      folded={t("extend.folded")}
      fields={[
        {
          ...{ kind: "content", id: "extend-lead" },
          content: <p>{t("extend.lead", { day: when.civil(request.clock.extendBy) })}</p>,
        },
        {
          ...{ kind: "textarea", name: "reason", label: t("extend.reason") },
          ...{ hint: t("ask.reasonHint"), maxLength: 2_000 },
        },
        ...(await howFields(reachable)),
      ]}
      initial={howInitial(reachable)}
      submit={t("extend.submit")}
      tone="secondary"
    />
  );
}
