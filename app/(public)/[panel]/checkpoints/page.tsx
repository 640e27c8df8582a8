import { getTranslations } from "next-intl/server";
import { titlesIn } from "@/app/_titles/titles-in";
import { CheckpointTable } from "@/app/_checkpoints/checkpoint-table";
import { Prose, Section } from "@/components/content/card";
import { EmptyState } from "@/components/content/empty-state";
import { PageTitle } from "@/components/layout/page-title";
import { getCheckpoints, getLatestCheckpoint, getVerifierKeys } from "@/lib/queries/ledger/get-checkpoints";
import { checkpointQuerySchema } from "@/lib/schemas/checkpoint-recipient";
import { panelOr404 } from "../../_components/panel-or-404";
import { PublicPage } from "../../_components/public-page";
import { NewestCheckpoint } from "./_components/newest-checkpoint";

export const generateMetadata = titlesIn("checkpoints.public")("title");

/** What anyone can hold against us: the signed fingerprints of the record, and how to check them. */
export default async function Checkpoints(props: PageProps<"/[panel]/checkpoints">) {
  const panel = await panelOr404((await props.params).panel);
  const { before } = checkpointQuerySchema.parse(await props.searchParams);
  const { organisationId, slug } = panel;
  const [t, latest, keys, page] = await Promise.all([
    getTranslations("checkpoints.public"),
    getLatestCheckpoint(organisationId),
    getVerifierKeys(organisationId),
    getCheckpoints(organisationId, before),
  ]);
  return (
    <PublicPage panel={panel}>
      <PageTitle lead={t("lead", { organisation: panel.document.organisation.legalName })}>
        {t("title")}
      </PageTitle>
      <Section title={t("howTitle")}>
        <Prose>
          {(["fingerprint", "outside", "change"] as const).map((step) => (
            <p key={step}>{t(`how.${step}`)}</p>
          ))}
          <p>
            {t("receipt")} <a href="/verify">{t("receiptLink")}</a>
          </p>
        </Prose>
      </Section>
      {latest === null ? (
        <EmptyState title={t("noneTitle")}>{t("none")}</EmptyState>
      ) : (
        <>
          <NewestCheckpoint latest={latest} keys={keys} href={`/${slug}/checkpoints/newest`} />
          <Section title={t("history")} lead={t("historyNote")}>
            <CheckpointTable
              page={page}
              caption={t("history")}
              path={`/${slug}/checkpoints`}
              notes={`/${slug}/checkpoints`}
              isLater={before !== undefined}
            />
          </Section>
        </>
      )}
    </PublicPage>
  );
}
