import { getTranslations } from "next-intl/server";
import { Section } from "@/components/content/card";
import { Pagination } from "@/components/content/pagination";
import type { Granted } from "@/lib/auth/require-actor";
import { listReleasedHolds, type ReleasedPlace } from "@/lib/queries/legal-hold/list-legal-holds";
import { dpoPath } from "../../../_components/paths";
import { HoldTable } from "./hold-table";

type Props = { granted: Granted; at: Date; place: ReleasedPlace | undefined };

/** The holds that were released, the latest first. Nothing when none was. */
export async function ReleasedHolds({ granted, at, place }: Props) {
  const t = await getTranslations("holds");
  const { slug } = granted.panel;
  const { holds, next } = await listReleasedHolds(granted, at, place);
  if (holds.length === 0) return null;
  const here = (query = {}) => dpoPath(slug, "legal-holds", query);
  const older = next === null ? undefined : here({ released: next.releasedAt.toISOString(), id: next.id });
  return (
    <Section title={t("released")} lead={t("releasedLead")}>
      <HoldTable slug={slug} holds={holds} of="released" />
      <Pagination
        labels={{ newer: t("first"), older: t("next") }}
        newer={place === undefined ? undefined : here()}
        older={older}
      />
    </Section>
  );
}
