import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PageTitle } from "@/components/layout/page-title";
import { BackLink } from "@/components/layout/way-back";
import { requireActor } from "@/lib/auth/require-actor";
import { DpoFrame } from "../../../../../_components/dpo-frame";
import { dpoPath } from "../../../../../_components/paths";
import { EditionPreview } from "../../../_components/edition-preview";
import { editionWords } from "../../../_components/edition-words";
import { MissingElements } from "../../../_components/missing-elements";
import { noticesTitle } from "../../../_components/metadata";
import { PublishForms } from "../../../_components/publish-forms";
import { draftOr404 } from "../../../_components/version-or-404";

export const generateMetadata = noticesTitle("previewTitle");

/** What was written, as readers would see it, with what it still lacks; then it is published or thrown away. */
export default async function PreviewEdition(
  props: PageProps<"/dpo/[panel]/notices/[version]/[edition]/preview">,
) {
  const { panel: slug, version, edition } = await props.params;
  const granted = await requireActor("notice.publish", slug);
  const { standard, edition: key, saved } = await draftOr404(granted, version, edition);
  if (saved === null) notFound();
  const [t, nameOf] = await Promise.all([getTranslations("notices.dpo"), editionWords()]);
  const write = dpoPath(slug, `notices/${version}/${edition}`);
  const hidden = { panel: slug, number: version, edition };
  return (
    <DpoFrame granted={granted} width="page" current="notices" before={<BackLink href={write} />}>
      <PageTitle caption={t("version", { number: standard.number })}>
        {t("preview", { what: nameOf(key) })}
      </PageTitle>
      <MissingElements missing={saved.missing} />
      <EditionPreview edition={{ ...key, title: saved.title, sections: saved.sections }} />
      <PublishForms hidden={hidden} write={write} complete={saved.missing.length === 0} />
    </DpoFrame>
  );
}
