import { getTranslations } from "next-intl/server";
import { FilterBar } from "@/components/content/filter-bar";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import type { MemberFilter } from "@/lib/queries/staff/list-members";
import type { MemberList } from "@/lib/schemas/member-search";
import { ageBandsOf } from "../../../_components/age-band";
import { staffPath } from "../../../_components/paths";

/** What the address asks for. A search looks at everyone, wherever they stand; without one, at current members. */
export function filterOf(list: MemberList, words: string): MemberFilter {
  const everyone = list.state === "everyone" || (list.state === undefined && words !== "");
  return {
    search: words,
    state: everyone ? null : list.state === undefined || list.state === "everyone" ? "member" : list.state,
    area: list.area || null,
    tenure: list.tenure || null,
    interest: list.interest || null,
    ageBand: list.age || null,
  };
}

function optionsFrom(values: readonly string[]) {
  return values.map((value) => ({ value, label: value }));
}

/** Narrows the list by what the panel's policy lets staff choose by. */
export async function MemberFilters({ panel, list }: { panel: PanelView; list: MemberList }) {
  const t = await getTranslations("staff");
  const { areas, tenures, interests } = panel.document;
  const states = (["applicant", "left", "ended"] as const).map((state) => ({
    value: state,
    label: t(`memberState.many.${state}`),
  }));
  const select = (
    name: "area" | "tenure" | "interest" | "age",
    options: { value: string; label: string }[],
  ) => ({
    kind: "select" as const,
    name,
    label: t(`members.${name}`),
    value: list[name],
    options,
    anyLabel: t(`members.any.${name}`),
  });
  return (
    <FilterBar
      action={staffPath(panel.slug, "members")}
      label={t("members.filters")}
      hidden={list.search === undefined ? {} : { search: list.search }}
      filters={[
        {
          kind: "select",
          name: "state",
          label: t("members.state"),
          value: list.state,
          options: [...states, { value: "everyone", label: t("members.everyone") }],
          anyLabel: t("memberState.many.member"),
        },
        ...[
          select("area", optionsFrom(areas)),
          select("tenure", optionsFrom(tenures)),
          select("interest", optionsFrom(interests)),
          select("age", [...ageBandsOf(panel.document)]),
        ].filter(({ options }) => options.length > 0),
      ]}
    />
  );
}
