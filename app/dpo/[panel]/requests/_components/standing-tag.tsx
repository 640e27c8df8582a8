import { getTranslations } from "next-intl/server";
import { standingOf, standingTones } from "@/app/_requests/own-standing-tag";
import { Tag } from "@/components/content/tag";
import type { RequestRow } from "@/lib/queries/rights-request/request-row";

/** Where a request stands, in a word or two. */
export async function StandingTag({ request }: { request: Pick<RequestRow, "outcome" | "clock"> }) {
  const t = await getTranslations("requests");
  const { outcome, clock } = request;
  return (
    <Tag tone={standingTones[standingOf(request)]}>
      {outcome === null ? t(`standing.${clock.standing}`) : t(`outcome.${outcome}`)}
    </Tag>
  );
}
