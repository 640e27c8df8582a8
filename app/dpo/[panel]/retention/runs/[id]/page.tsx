import { getTranslations } from "next-intl/server";
import { titlesIn } from "@/app/_titles/titles-in";
import { PageTitle } from "@/components/layout/page-title";
import { Breadcrumbs } from "@/components/layout/way-back";
import { requireActor } from "@/lib/auth/require-actor";
import { listRunItems } from "@/lib/queries/disposal/list-run-items";
import { disposalPlaceSchema } from "@/lib/schemas/disposal";
import { DpoFrame } from "../../../../_components/dpo-frame";
import { moments } from "../../../../_components/moments";
import { dpoPath } from "../../../../_components/paths";
import { RunStateTag } from "../../_components/run-state";
import { Decide } from "./_components/decide";
import { Happened } from "./_components/happened";
import { Progress } from "./_components/progress";
import { RunFigures } from "./_components/run-figures";
import { RunItems } from "./_components/run-items";
import { RunLines } from "./_components/run-lines";
import { runOr404 } from "./_components/run-or-404";

export const generateMetadata = titlesIn("disposals")("metaTitle");

/** A disposal run: what it would do, how far it has come, or what it did. */
export default async function Run({ params, searchParams }: PageProps<"/dpo/[panel]/retention/runs/[id]">) {
  const { panel: slug, id } = await params;
  const granted = await requireActor("retention.read", slug);
  const run = await runOr404(granted, id);
  const place = disposalPlaceSchema.parse(await searchParams);
  const [t, when, page] = await Promise.all([
    getTranslations("disposals"),
    moments(),
    listRunItems(granted, run.id, place),
  ]);
  const { state } = run;
  const title = t("title", { day: when.civil(run.asOf) });
  return (
    <DpoFrame
      granted={granted}
      before={
        <Breadcrumbs items={[{ href: dpoPath(slug, "retention"), label: t("retention") }]} current={title} />
      }
      width="page"
      current="retention"
    >
      <PageTitle lead={t(`lead.${state}`)} action={<RunStateTag state={state} />}>
        {title}
      </PageTitle>
      <Happened slug={slug} run={run} />
      {state === "approved" || state === "underWay" ? <Progress slug={slug} run={run} /> : null}
      <RunFigures run={run} />
      <RunLines panel={granted.panel} lines={run.lines} />
      {state === "waiting" ? <Decide slug={slug} run={run} /> : null}
      <RunItems granted={granted} runId={run.id} page={page} isFirst={place === undefined} />
    </DpoFrame>
  );
}
