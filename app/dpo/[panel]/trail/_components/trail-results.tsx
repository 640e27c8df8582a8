import { getTranslations } from "next-intl/server";
import { EmptyState } from "@/components/content/empty-state";
import { InsetText } from "@/components/content/notice";
import { Pagination } from "@/components/content/pagination";
import { recordedRead } from "@/lib/actions/recorded-read";
import type { Granted } from "@/lib/auth/require-actor";
import { filterOf } from "@/lib/queries/trail/filter-of";
import { findSubject } from "@/lib/queries/trail/find-subject";
import { listTrail } from "@/lib/queries/trail/list-trail";
import type { TrailQuery } from "@/lib/schemas/trail-query";
import { dpoPath } from "../../../_components/paths";
import { TrailTable } from "../../../_components/trail-table";

type Props = { granted: Granted; query: TrailQuery };

/** The entries that match. Looking at one member's entries is recorded before they are read. */
export async function TrailResults({ granted, query }: Props) {
  const t = await getTranslations("dpo.trail");
  const { panel } = granted;
  const { before, after, ...narrowing } = query;
  const { member } = narrowing;
  const subject = member === undefined ? undefined : await findSubject(granted, member);
  if (subject === null) {
    const example = `${panel.document.panel.referencePrefix}-7K3M9`;
    return (
      <EmptyState title={t("unknownMember", { reference: member ?? "" })}>
        {t("unknownMemberBody", { example })}
      </EmptyState>
    );
  }
  if (subject !== undefined) await recordedRead(granted, subject.subjectRef, "trail");
  const page = await listTrail(granted, filterOf(narrowing, subject?.subjectRef), { before, after });
  const narrowed = Object.values(narrowing).some((value) => value !== undefined);
  if (page.entries.length === 0) {
    return (
      <EmptyState title={t(narrowed ? "empty" : "nothing")}>
        {t(narrowed ? "emptyBody" : "nothingBody")}
      </EmptyState>
    );
  }
  return (
    <>
      {subject === undefined ? null : (
        <InsetText>
          {t("recorded")}{" "}
          <a href={dpoPath(panel.slug, `members/${subject.reference}`)}>{t("memberHistory")}</a>
        </InsetText>
      )}
      <TrailTable panel={panel} entries={page.entries} />
      <Pagination
        newer={
          page.newer === null ? undefined : dpoPath(panel.slug, "trail", { ...narrowing, after: page.newer })
        }
        older={
          page.older === null ? undefined : dpoPath(panel.slug, "trail", { ...narrowing, before: page.older })
        }
      />
    </>
  );
}
