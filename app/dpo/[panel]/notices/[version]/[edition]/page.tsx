import { getTranslations } from "next-intl/server";
import { Form } from "@/components/form/form";
import { PageTitle } from "@/components/layout/page-title";
import { BackLink } from "@/components/layout/way-back";
import { requireActor } from "@/lib/auth/require-actor";
import { DpoFrame } from "../../../../_components/dpo-frame";
import { dpoPath } from "../../../../_components/paths";
import { editionFields, editionInitial } from "../../_components/edition-fields";
import { editionWords } from "../../_components/edition-words";
import { noticesTitle } from "../../_components/metadata";
import { draftOr404 } from "../../_components/version-or-404";
import { saveNoticeEdition } from "../actions";

export const generateMetadata = noticesTitle("writeTitle");

/** Writes a language or format of a version, part by part beside the standard text. */
export default async function WriteEdition(props: PageProps<"/dpo/[panel]/notices/[version]/[edition]">) {
  const { panel: slug, version, edition } = await props.params;
  const granted = await requireActor("notice.publish", slug);
  const draft = await draftOr404(granted, version, edition);
  const [t, nameOf] = await Promise.all([getTranslations("notices.dpo"), editionWords()]);
  const back = dpoPath(slug, `notices/${version}`);
  return (
    <DpoFrame granted={granted} width="page" current="notices" before={<BackLink href={back} />}>
      <PageTitle caption={t("version", { number: draft.standard.number })} lead={t("writeLead")}>
        {nameOf(draft.edition)}
      </PageTitle>
      <Form
        action={saveNoticeEdition}
        hidden={{ panel: slug, number: version, edition }}
        fields={await editionFields(draft)}
        initial={editionInitial(draft)}
        submit={t("saveAndPreview")}
        secondary={[{ label: t("cancel"), href: back }]}
      />
    </DpoFrame>
  );
}
