import { getTranslations } from "next-intl/server";
import { Tag } from "@/components/content/tag";
import type { RequestRow } from "@/lib/queries/rights-request/request-row";

const tones = { running: "info", waiting: "warning", overdue: "danger" } as const;
const endings = { done: "success", partlyDone: "neutral", refused: "neutral", withdrawn: "neutral" } as const;

/** Where a request stands, in a word or two. */
export async function StandingTag({ request }: { request: Pick<RequestRow, "outcome" | "clock"> }) {
  const t = await getTranslations("requests");
  const { outcome, clock } = request;
  if (outcome !== null) return <Tag tone={endings[outcome]}>{t(`outcome.${outcome}`)}</Tag>;
  return <Tag tone={tones[clock.standing]}>{t(`standing.${clock.standing}`)}</Tag>;
}
