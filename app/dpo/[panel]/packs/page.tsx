import { getTranslations } from "next-intl/server";
import { Section } from "@/components/content/card";
import { DataTable } from "@/components/content/data-table";
import { PageTitle } from "@/components/layout/page-title";
import { requireActor } from "@/lib/auth/require-actor";
import { listPacks } from "@/lib/queries/evidence/get-pack";
import { packQuerySchema } from "@/lib/schemas/evidence-forms";
import { BelowTrail } from "../../_components/below-trail";
import { DpoFrame } from "../../_components/dpo-frame";
import { moments } from "../../_components/moments";
import { dpoPath } from "../../_components/paths";
import { trailTitle } from "../trail/_components/metadata";
import { AskForm } from "./_components/ask-form";
import { packWords } from "./_components/pack-words";

export const generateMetadata = trailTitle("pack.title");

/** Evidence to hand over: ask for it, and find what one asked for. */
export default async function Packs({ params, searchParams }: PageProps<"/dpo/[panel]/packs">) {
  const { panel: slug } = await params;
  const granted = await requireActor("evidence.pack", slug);
  const [t, when, about] = await Promise.all([getTranslations("trail.pack"), moments(), packWords()]);
  const { scope, member, activity } = packQuerySchema.parse(await searchParams);
  const packs = await listPacks(granted);
  const rows = packs.map((pack) => ({
    key: pack.id,
    cells: {
      what: <a href={dpoPath(slug, `packs/${pack.id}`)}>{about(pack)}</a>,
      when: when.moment(pack.askedAt),
      state: t(`states.${pack.state}`),
    },
  }));
  const named = member === undefined ? (activity === undefined ? undefined : "activity") : "person";
  return (
    <DpoFrame
      granted={granted}
      before={<BelowTrail slug={slug} current={t("title")} />}
      width="page"
      current="trail"
    >
      <PageTitle lead={t("lead")}>{t("title")}</PageTitle>
      <AskForm granted={granted} scope={scope ?? named} member={member} activity={activity} />
      <Section title={t("mine")} lead={rows.length === 0 ? t("noneBody") : undefined}>
        {rows.length === 0 ? null : (
          <DataTable
            caption={t("mine")}
            hideCaption
            columns={(["what", "when", "state"] as const).map((key) => ({ key, label: t(key) }))}
            rows={rows}
          />
        )}
      </Section>
    </DpoFrame>
  );
}
