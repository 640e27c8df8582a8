import { getTranslations } from "next-intl/server";
import { Tag } from "@/components/content/tag";
import type { RequestRow } from "@/lib/queries/rights-request/request-row";

/** One colour for a standing, whoever reads it. */
export const standingTones = {
  ...({ running: "info", waiting: "warning", overdue: "danger" } as const),
  ...({ done: "success", partlyDone: "neutral", refused: "neutral", withdrawn: "neutral" } as const),
};

type Standing = keyof typeof standingTones;

/** Where a request stands, in one word. */
export function standingOf({ outcome, clock }: Pick<RequestRow, "outcome" | "clock">): Standing {
  return outcome ?? clock.standing;
}

/** The same, as residents read it. */
export async function OwnStandingTag({ request }: { request: Pick<RequestRow, "outcome" | "clock"> }) {
  const t = await getTranslations("requests.own.tag");
  const standing = standingOf(request);
  return <Tag tone={standingTones[standing]}>{t(standing)}</Tag>;
}
