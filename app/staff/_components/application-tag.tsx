import { getTranslations } from "next-intl/server";
import { Tag } from "@/components/content/tag";
import type { ApplicationView } from "@/lib/queries/staff/get-application";

const tones = {
  waiting: "info",
  accepted: "success",
  unsuccessful: "neutral",
  withdrawn: "neutral",
} as const;

/** How an application stands. */
export async function ApplicationTag({ outcome }: Pick<ApplicationView, "outcome">) {
  const t = await getTranslations("staff.application.state");
  const state = outcome ?? "waiting";
  return <Tag tone={tones[state]}>{t(state)}</Tag>;
}
