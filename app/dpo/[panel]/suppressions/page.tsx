import { getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/content/button";
import { InsetText } from "@/components/content/notice";
import { StatRow } from "@/components/content/stat-row";
import { PageTitle } from "@/components/layout/page-title";
import { requireActor } from "@/lib/auth/require-actor";
import { may } from "@/lib/policy/permission";
import { countSuppressions } from "@/lib/queries/suppression/list-suppressions";
import { suppressionQuerySchema } from "@/lib/schemas/suppression";
import { DpoFrame } from "../../_components/dpo-frame";
import { moments } from "../../_components/moments";
import { dpoPath } from "../../_components/paths";
import { AddedBanner } from "./_components/added-banner";
import { SuppressionResults } from "./_components/suppression-results";
import { SuppressionSearch } from "./_components/suppression-search";
import { suppressionsTitle } from "./_components/suppressions-frame";

export const generateMetadata = suppressionsTitle("title");

export default async function Suppressions(props: PageProps<"/dpo/[panel]/suppressions">) {
  const { panel: slug } = await props.params;
  const granted = await requireActor("suppression.read", slug);
  const {
    find,
    before,
    after,
    added,
    known = 0,
    late,
  } = suppressionQuerySchema.parse(await props.searchParams);
  const [t, when] = await Promise.all([getTranslations("suppressions"), moments()]);
  const counts = await countSuppressions(granted);
  const stats = (["inForce", "addresses", "lifted"] as const).map((key) => ({
    ...{ key, label: t(key), value: when.count(counts[key]) },
  }));
  return (
    <DpoFrame granted={granted}>
      {added === undefined ? null : <AddedBanner added={added} known={known} late={late !== undefined} />}
      <PageTitle lead={t("lead", { organisation: granted.panel.document.organisation.legalName })}>
        {t("title")}
      </PageTitle>
      <StatRow stats={stats} />
      {may(granted.actor, "suppression.add", granted.panel.id) ? (
        <div className="flex flex-wrap gap-4">
          <ButtonLink href={dpoPath(slug, "suppressions/add")}>{t("add")}</ButtonLink>
          <ButtonLink tone="secondary" href={dpoPath(slug, "suppressions/list")}>
            {t("addList")}
          </ButtonLink>
        </div>
      ) : null}
      <InsetText>{t("never")}</InsetText>
      <SuppressionSearch slug={slug} searching={find !== undefined} />
      <SuppressionResults granted={granted} find={find} before={before} after={after} />
    </DpoFrame>
  );
}
