import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/content/button";
import { ConfirmationPanel } from "@/components/content/confirmation-panel";
import { BackLink } from "@/components/layout/way-back";
import { requireActor } from "@/lib/auth/require-actor";
import { now } from "@/lib/clock";
import { getExport } from "@/lib/queries/notice/get-export";
import { seqSchema } from "@/lib/schemas/trail-query";
import { DpoFrame } from "../../../../_components/dpo-frame";
import { dpoPath } from "../../../../_components/paths";
import { noticesTitle } from "../../_components/metadata";

export const generateMetadata = noticesTitle("exportedTitle");

/** The export is recorded; here is its file, for a quarter of an hour. */
export default async function Exported(props: PageProps<"/dpo/[panel]/notices/exported/[seq]">) {
  const { panel: slug, seq } = await props.params;
  const granted = await requireActor("notice.export", slug);
  const entry = seqSchema.safeParse(seq);
  const found = entry.success ? await getExport(granted, entry.data, now()) : null;
  if (found === null) notFound();
  const t = await getTranslations("notices.dpo");
  const back = dpoPath(slug, found.list === "shown" ? "notices/shown" : "notices/not-shown");
  return (
    <DpoFrame granted={granted} width="page" current="notices" before={<BackLink href={back} />}>
      <ConfirmationPanel title={t("exportedTitle")}>
        <p>
          {t("exportedBody")} <a href={dpoPath(slug, `trail/${seq}`)}>{t("exportedEntry", { seq })}</a>
        </p>
        <p>
          <ButtonLink href={dpoPath(slug, `notices/exported/${seq}/list.csv`)}>{t("download")}</ButtonLink>
        </p>
      </ConfirmationPanel>
    </DpoFrame>
  );
}
