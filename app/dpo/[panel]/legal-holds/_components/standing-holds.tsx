import { getTranslations } from "next-intl/server";
import { Section } from "@/components/content/card";
import { EmptyState } from "@/components/content/empty-state";
import { Pagination } from "@/components/content/pagination";
import type { Granted } from "@/lib/auth/require-actor";
import { listStandingHolds, type StandingPlace } from "@/lib/queries/legal-hold/list-legal-holds";
import { dpoPath } from "../../../_components/paths";
import { HoldTable } from "./hold-table";

type Props = { granted: Granted; at: Date; place: StandingPlace | undefined };

/** The holds that stand, the one to be reviewed next first. */
export async function StandingHolds({ granted, at, place }: Props) {
  const t = await getTranslations("holds");
  const { slug } = granted.panel;
  const { holds, next } = await listStandingHolds(granted, at, place);
  if (holds.length === 0 && place === undefined)
    return <EmptyState title={t("empty")}>{t("emptyBody")}</EmptyState>;
  const here = (query = {}) => dpoPath(slug, "legal-holds", query);
  return (
    <Section title={t("standing")} lead={t("standingLead")}>
      <HoldTable slug={slug} holds={holds} of="standing" />
      <Pagination
        labels={{ newer: t("first"), older: t("next") }}
        newer={place === undefined ? undefined : here()}
        older={next === null ? undefined : here({ review: next.reviewOn, id: next.id })}
      />
    </Section>
  );
}
