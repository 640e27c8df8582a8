import { getTranslations } from "next-intl/server";
import { ActionForm, type ActionFormProps } from "./action-form";
import type { FormWords } from "./field-spec";

/**
 * The form every page uses: a server component that fetches the form's own words, so that no translation
 * library reaches the browser.
 */
export async function Form(props: Omit<ActionFormProps, "words">) {
  return <ActionForm {...props} words={await formWords()} />;
}

/** The words every form says by itself. */
export async function formWords(): Promise<FormWords> {
  const t = await getTranslations("form");
  return {
    errorTitle: t("errorTitle"),
    errorPrefix: t("errorPrefix"),
    errorLabel: t("errorLabel"),
    optional: t("optional"),
    day: t("day"),
    month: t("month"),
    year: t("year"),
    or: t("or"),
    sending: t("sending"),
    charactersLeft: String(t.raw("charactersLeft")),
  };
}
