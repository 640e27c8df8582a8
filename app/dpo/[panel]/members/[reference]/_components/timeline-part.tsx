import { getTranslations } from "next-intl/server";
import { Pagination } from "@/components/content/pagination";
import type { Granted } from "@/lib/auth/require-actor";
import type { MemberHistory } from "@/lib/queries/trail/get-member-history";
import type { TrailPlace } from "@/lib/queries/trail/trail-filter";
import { dpoPath } from "../../../../_components/paths";
import { HistoryTimeline } from "./history-timeline";

/** Which end the timeline begins at, and the way to the other. */
async function TimelineOrder({ path, oldest }: { path: string; oldest: boolean }) {
  const t = await getTranslations("dpo.history");
  return (
    <>
      {t(oldest ? "oldestFirst" : "newestFirst")}{" "}
      <a href={oldest ? path : `${path}?order=oldest`} className="print:hidden">
        {t(oldest ? "showNewest" : "showOldest")}
      </a>
    </>
  );
}

type PagesProps = {
  slug: string;
  path: string;
  history: Pick<MemberHistory, "older" | "newer">;
  oldest: boolean;
  /** Nothing comes before what is shown. */
  atFirst: boolean;
};

/** Further along the timeline, in the order it is read. */
async function TimelinePages({ slug, path, history: { older, newer }, oldest, atFirst }: PagesProps) {
  const t = await getTranslations("dpo.history");
  const to = (query: Record<string, string>) => dpoPath(slug, path, query);
  if (!oldest) {
    return (
      <Pagination
        newer={newer === null ? undefined : to({ after: newer })}
        older={older === null ? undefined : to({ before: older })}
      />
    );
  }
  return (
    <Pagination
      labels={{ newer: t("earlierSteps"), older: t("laterSteps") }}
      newer={older === null || atFirst ? undefined : to({ order: "oldest", before: older })}
      older={newer === null ? undefined : to({ order: "oldest", after: newer })}
    />
  );
}

type Props = {
  granted: Granted;
  reference: string;
  history: MemberHistory;
  asked: { readonly oldest: boolean; readonly place: TrailPlace };
};

/** One part of a person's timeline, from the end that was asked for, and the way to the next. */
export function TimelinePart({ granted: { panel }, reference, history, asked: { oldest, place } }: Props) {
  const path = `members/${reference}`;
  return (
    <>
      <HistoryTimeline
        panel={panel}
        entries={oldest ? history.entries.toReversed() : history.entries}
        lead={<TimelineOrder path={dpoPath(panel.slug, path)} oldest={oldest} />}
      />
      <TimelinePages
        slug={panel.slug}
        path={path}
        history={history}
        oldest={oldest}
        atFirst={place.after === 0n}
      />
    </>
  );
}
