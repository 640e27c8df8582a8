import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { AutoRefresh } from "@/components/content/auto-refresh";
import { ButtonLink } from "@/components/content/button";
import { Section } from "@/components/content/card";
import { ProgressBar } from "@/components/content/progress-bar";
import { Breadcrumbs } from "@/components/layout/way-back";
import { PageTitle } from "@/components/layout/page-title";
import { requireActor } from "@/lib/auth/require-actor";
import { DpoFrame } from "../../../_components/dpo-frame";
import { moments } from "../../../_components/moments";
import { dpoPath } from "../../../_components/paths";
import { PublicCheckpoints } from "../../../_components/public-checkpoints";
import { trailTitle } from "../../trail/_components/metadata";
import { findPack } from "../_components/find-pack";
import { packWords } from "../_components/pack-words";

export const generateMetadata = trailTitle("pack.title");

/** How far a pack has come, and its file when it is ready. */
export default async function Pack({ params }: PageProps<"/dpo/[panel]/packs/[id]">) {
  const { panel: slug, id } = await params;
  const granted = await requireActor("evidence.pack", slug);
  const pack = await findPack(granted, id);
  if (pack === null) notFound();
  const [t, when, about] = await Promise.all([getTranslations("trail.pack"), moments(), packWords()]);
  const { state, done, total, entrySeq } = pack;
  const entry = t("entry", { seq: when.count(Number(entrySeq)) });
  const counted = { done: when.count(done), total: when.count(total) };
  const underWay = state === "waiting" || state === "building";
  const before = (
    <Breadcrumbs items={[{ href: dpoPath(slug, "packs"), label: t("title") }]} current={about(pack)} />
  );
  return (
    <DpoFrame granted={granted} before={before} width="page" current="trail">
      <PageTitle lead={t(`states.${state}`)}>{t("one", { about: about(pack) })}</PageTitle>
      {underWay ? <AutoRefresh seconds={2} /> : null}
      {state === "waiting" ? <p>{t("waitingBody")}</p> : null}
      {state === "building" ? (
        <ProgressBar label={t("progress")} done={done} total={total} note={t("progressNote", counted)} />
      ) : null}
      {state === "failed" ? <p>{t("failedBody")}</p> : null}
      {state === "ready" ? (
        <p>
          <ButtonLink href={dpoPath(slug, `packs/${id}/file`)}>{t("download")}</ButtonLink>
        </p>
      ) : null}
      <p className="text-muted">
        {t("readyBody")} <a href={dpoPath(slug, `trail/${entrySeq}`)}>{entry}</a>
      </p>
      <Section title={t("how")}>
        <p className="max-w-reading">{t("howBody")}</p>
        <PublicCheckpoints slug={slug} />
      </Section>
    </DpoFrame>
  );
}
