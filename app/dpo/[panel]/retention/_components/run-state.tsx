import { getTranslations } from "next-intl/server";
import { Tag, type TagTone } from "@/components/content/tag";
import type { RunState } from "@/lib/queries/disposal/get-disposal-run";

const tones: Readonly<Record<RunState, TagTone>> = {
  waiting: "warning",
  approved: "info",
  underWay: "info",
  finished: "success",
  cancelled: "neutral",
};

/** How far a disposal run has come. */
export async function RunStateTag({ state }: { state: RunState }) {
  const t = await getTranslations("disposals.state");
  return <Tag tone={tones[state]}>{t(state)}</Tag>;
}
