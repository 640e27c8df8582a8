import { getTranslations } from "next-intl/server";
import { Pagination } from "@/components/content/pagination";
import type { MemberHistory } from "@/lib/queries/trail/get-member-history";
import { dpoPath } from "../../../../_components/paths";

/** Which end the timeline begins at, and the way to the other. */
export async function TimelineOrder({ path, oldest }: { path: string; oldest: boolean }) {
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

type Props = {
  slug: string;
  path: string;
  history: Pick<MemberHistory, "older" | "newer">;
  oldest: boolean;
};

/** Further along the timeline, in the order it is read. */
export function TimelinePages({ slug, path, history: { older, newer }, oldest }: Props) {
  const order = oldest ? "oldest" : undefined;
  const to = (query: { before?: string; after?: string }) => dpoPath(slug, path, { order, ...query });
  return (
    <Pagination
      newer={newer === null ? undefined : to({ after: newer })}
      older={older === null ? undefined : to({ before: older })}
    />
  );
}
