import { getTranslations } from "next-intl/server";
import { chosenOnly } from "@/app/_forms/chosen-only";
import { Pagination } from "@/components/content/pagination";
import { Form } from "@/components/form/form";
import { PageTitle } from "@/components/layout/page-title";
import { requireActor } from "@/lib/auth/require-actor";
import { listMembers } from "@/lib/queries/staff/list-members";
import { openSearch } from "@/lib/queries/staff/sealed-search";
import { memberListSchema } from "@/lib/schemas/member-search";
import { staffTitle } from "../../_components/page-metadata";
import { staffPath } from "../../_components/paths";
import { StaffFrame } from "../../_components/staff-frame";
import { filterOf, MemberFilters } from "./_components/member-filters";
import { MemberTable } from "./_components/member-table";
import { searchMembers } from "./actions";

export const generateMetadata = staffTitle("members.title");

export default async function Members({ params, searchParams }: PageProps<"/staff/[panel]/members">) {
  const { panel: slug } = await params;
  const granted = await requireActor("member.list", slug);
  const t = await getTranslations("staff.members");
  const { after, before, ...list } = memberListSchema.parse(await searchParams);
  const words = list.search === undefined ? "" : openSearch(list.search);
  const page = await listMembers(granted, filterOf(list, words), { after, before });
  const place = (to: typeof page.next) =>
    to === null ? undefined : staffPath(slug, "members", { ...list, ...to });
  const { search: _, ...filters } = list;
  return (
    <StaffFrame granted={granted}>
      <PageTitle lead={page.more ? t("more", { count: page.total }) : t("total", { count: page.total })}>
        {t("title")}
      </PageTitle>
      <div className="grid gap-4">
        <Form
          action={searchMembers}
          layout="row"
          submit={t("search")}
          tone="secondary"
          hidden={chosenOnly({ panel: slug, ...filters })}
          initial={{ words }}
          fields={[{ kind: "text", name: "words", label: t("words"), hint: t("wordsHint"), width: "long" }]}
          {...(words === ""
            ? {}
            : { secondary: [{ label: t("endSearch"), href: staffPath(slug, "members", filters) }] })}
        />
        <MemberFilters panel={granted.panel} list={list} />
      </div>
      <MemberTable panel={granted.panel} page={page} />
      <Pagination
        labels={{ newer: t("previous"), older: t("next") }}
        newer={place(page.previous)}
        older={place(page.next)}
      />
    </StaffFrame>
  );
}
