import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/content/button";
import { ConfirmationPanel } from "@/components/content/confirmation-panel";
import { BackLink } from "@/components/layout/way-back";
import { requireActor } from "@/lib/auth/require-actor";
import { now } from "@/lib/clock";
import { getTrailExport } from "@/lib/queries/trail/get-trail-export";
import { seqSchema } from "@/lib/schemas/trail-query";
import { DpoFrame } from "../../../../_components/dpo-frame";
import { moments } from "../../../../_components/moments";
import { dpoPath } from "../../../../_components/paths";
import { trailTitle } from "../../_components/metadata";

export const generateMetadata = trailTitle("export.doneTitle");

/** The export is recorded; here is its file, for a quarter of an hour. */
export default async function Exported(props: PageProps<"/dpo/[panel]/trail/exported/[seq]">) {
  const { panel: slug, seq } = await props.params;
  const granted = await requireActor("trail.export", slug);
  const entry = seqSchema.safeParse(seq);
  const found = entry.success ? await getTrailExport(granted, entry.data, now()) : null;
  if (found === null) notFound();
  const [t, when] = await Promise.all([getTranslations("trail.export"), moments()]);
  const own = t("doneEntry", { seq: when.count(Number(seq)) });
  const back = dpoPath(slug, "trail", found.asked);
  return (
    <DpoFrame granted={granted} width="page" current="trail" before={<BackLink href={back} />}>
      <ConfirmationPanel title={t("doneTitle")}>
        <p>
          {t("doneBody")} <a href={dpoPath(slug, `trail/${seq}`)}>{own}</a>
        </p>
        <p>
          <ButtonLink href={dpoPath(slug, `trail/exported/${seq}/file`)}>
            {t("download", { format: found.format.toUpperCase() })}
          </ButtonLink>
        </p>
      </ConfirmationPanel>
    </DpoFrame>
  );
}
