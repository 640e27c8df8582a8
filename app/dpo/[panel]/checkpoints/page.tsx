import { getTranslations } from "next-intl/server";
import { titlesIn } from "@/app/_titles/titles-in";
import { CheckpointTable } from "@/app/_checkpoints/checkpoint-table";
import { Section } from "@/components/content/card";
import { PageTitle } from "@/components/layout/page-title";
import { requireActor } from "@/lib/auth/require-actor";
import { getCheckpoints, getLatestCheckpoint } from "@/lib/queries/ledger/get-checkpoints";
import { getPublicationState } from "@/lib/queries/ledger/get-publication-state";
import { checkpointQuerySchema } from "@/lib/schemas/checkpoint-recipient";
import { DpoFrame } from "../../_components/dpo-frame";
import { dpoPath } from "../../_components/paths";
import { PublicCheckpoints } from "../../_components/public-checkpoints";
import { PlaceTable } from "./_components/place-table";
import { Recipients } from "./_components/recipients";

export const generateMetadata = titlesIn("checkpoints.dpo")("title");

/** Where the proof of the trail goes, and who holds it. */
export default async function DpoCheckpoints(props: PageProps<"/dpo/[panel]/checkpoints">) {
  const { panel: slug } = await props.params;
  const granted = await requireActor("checkpoint.view", slug);
  const { before } = checkpointQuerySchema.parse(await props.searchParams);
  const { organisationId } = granted.panel;
  const [t, latest, state, page] = await Promise.all([
    getTranslations("checkpoints.dpo"),
    getLatestCheckpoint(organisationId),
    getPublicationState(granted),
    getCheckpoints(organisationId, before),
  ]);
  return (
    <DpoFrame granted={granted}>
      <PageTitle lead={t("lead")}>{t("title")}</PageTitle>
      <Section title={t("places")}>
        <PlaceTable places={state.places} newest={latest?.size ?? null} />
        <PublicCheckpoints slug={slug} />
      </Section>
      <Recipients granted={granted} recipients={state.recipients} />
      <Section title={t("history")}>
        <CheckpointTable
          page={page}
          caption={t("history")}
          path={dpoPath(slug, "checkpoints")}
          notes={`/${slug}/checkpoints`}
          isLater={before !== undefined}
        />
      </Section>
    </DpoFrame>
  );
}
