import { getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/content/button";
import { Form } from "@/components/form/form";
import { discardNoticeEdition, publishNoticeEdition } from "../[version]/actions";

type Props = {
  hidden: Record<string, string>;
  /** Where it is written. */
  write: string;
  /** Whether everything that the law asks for is there. */
  complete: boolean;
};

/** Publishes what was looked at, goes on writing it, or throws it away. */
export async function PublishForms({ hidden, write, complete }: Props) {
  const t = await getTranslations("notices.dpo");
  const on = { label: t("goOnWriting"), href: write };
  return (
    <>
      {complete ? (
        <Form
          id="publish"
          action={publishNoticeEdition}
          hidden={hidden}
          fields={[]}
          submit={t("publish")}
          secondary={[on]}
        >
          <p className="max-w-reading text-muted">{t("publishNote")}</p>
        </Form>
      ) : (
        <ButtonLink href={write}>{t("goOnWriting")}</ButtonLink>
      )}
      <Form
        id="discard"
        action={discardNoticeEdition}
        hidden={hidden}
        fields={[]}
        submit={t("discard")}
        tone="quiet"
      />
    </>
  );
}
