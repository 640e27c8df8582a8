import { getTranslations } from "next-intl/server";
import { EmptyState } from "@/components/content/empty-state";
import { PageTitle } from "@/components/layout/page-title";
import { requireActor } from "@/lib/auth/require-actor";
import { listMembers } from "@/lib/queries/staff/list-members";
import { openSearch } from "@/lib/queries/staff/sealed-search";
import { memberListSchema } from "@/lib/schemas/member-search";
import { BelowTrail } from "../../../_components/below-trail";
import { DpoFrame } from "../../../_components/dpo-frame";
import { trailTitle } from "../_components/metadata";
import { PeopleTable } from "./_components/people-table";

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
  const people = page?.rows ?? [];
  return (
    <DpoFrame
      granted={granted}
      before={<BelowTrail slug={slug} current={t("title")} />}
      width="page"
      current="trail"
    >
      <PageTitle lead={page?.more === true || (page?.total ?? 0) > people.length ? t("more") : undefined}>
        {t("title")}
      </PageTitle>
      {people.length === 0 ? (
        <EmptyState title={t("nobody")}>{t("nobodyBody")}</EmptyState>
      ) : (
        <PeopleTable slug={slug} people={people} />
      )}
    </DpoFrame>
  );
}
