import { getTranslations } from "next-intl/server";
import { DataTable } from "@/components/content/data-table";
import { EmptyState } from "@/components/content/empty-state";
import { Breadcrumbs } from "@/components/layout/way-back";
import { PageTitle } from "@/components/layout/page-title";
import { requireActor } from "@/lib/auth/require-actor";
import { listMembers } from "@/lib/queries/staff/list-members";
import { openSearch } from "@/lib/queries/staff/sealed-search";
import { memberListSchema } from "@/lib/schemas/member-search";
import { DpoFrame } from "../../../_components/dpo-frame";
import { dpoPath } from "../../../_components/paths";
import { trailTitle } from "../_components/metadata";

export const generateMetadata = trailTitle("person.title");

const everyone = { state: null, area: null, tenure: null, interest: null, ageBand: null } as const;

/** Who has the name that was typed, each with the way to their entries. */
export default async function People({ params, searchParams }: PageProps<"/dpo/[panel]/trail/people">) {
  const { panel: slug } = await params;
  const granted = await requireActor("trail.read", slug);
  const t = await getTranslations("trail.person");
  const { search: token } = memberListSchema.parse(await searchParams);
  const search = token === undefined ? "" : openSearch(token);
  const page = search === "" ? null : await listMembers(granted, { ...everyone, search }, {});
  const rows = (page?.rows ?? []).map(({ reference, givenName, familyName }) => ({
    key: reference,
    cells: {
      person: `${givenName} ${familyName}`,
      reference: <span className="reference">{reference}</span>,
      entries: <a href={dpoPath(slug, "trail", { member: reference })}>{t("entries")}</a>,
      timeline: <a href={dpoPath(slug, `members/${reference}`)}>{t("timeline")}</a>,
    },
  }));
  const columns = (["person", "reference", "entries", "timeline"] as const).map((key) => ({
    key,
    label: t(`column.${key}`),
  }));
  const before = (
    <Breadcrumbs items={[{ href: dpoPath(slug, "trail"), label: t("back") }]} current={t("title")} />
  );
  return (
    <DpoFrame granted={granted} before={before} width="page" current="trail">
      <PageTitle lead={page?.more === true || (page?.total ?? 0) > rows.length ? t("more") : undefined}>
        {t("title")}
      </PageTitle>
      {rows.length === 0 ? (
        <EmptyState title={t("nobody")}>{t("nobodyBody")}</EmptyState>
      ) : (
        <DataTable caption={t("title")} hideCaption columns={columns} rows={rows} />
      )}
    </DpoFrame>
  );
}
