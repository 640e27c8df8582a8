import { getTranslations } from "next-intl/server";
import { Form } from "@/components/form/form";
import { dpoPath } from "../../../_components/paths";
import { findSuppressed } from "../actions";

/** Looks one whole address up, by its fingerprint. */
export async function SuppressionSearch({ slug, searching }: { slug: string; searching: boolean }) {
  const t = await getTranslations("suppressions");
  const end = [{ label: t("searchEnd"), href: dpoPath(slug, "suppressions") }];
  return (
    <Form
      action={findSuppressed}
      layout="row"
      tone="secondary"
      hidden={{ panel: slug }}
      submit={t("search")}
      fields={[
        { kind: "text", name: "address", label: t("searchLabel"), hint: t("searchHint"), width: "long" },
      ]}
      {...(searching ? { secondary: end } : {})}
    />
  );
}
