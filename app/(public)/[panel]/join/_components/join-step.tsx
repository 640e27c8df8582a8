import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Steps } from "@/components/content/steps";
import type { JoinStep } from "@/lib/actions/join/keep-page";
import { stepsOf } from "@/lib/actions/join/pages";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import { PublicPage } from "../../../_components/public-page";

type Props = { panel: PanelView; step: JoinStep; change?: boolean | undefined; children: ReactNode };

/** One page of the journey: where we are, one step back, one thing to do. */
export async function JoinStepPage({ panel, step, change, children }: Props) {
  const t = await getTranslations("join.step");
  const steps = stepsOf(panel);
  const place = steps.indexOf(step);
  const before = steps[place - 1];
  const base = `/${panel.slug}/join`;
  const back = change ? `${base}/check` : before === undefined ? base : `${base}/${before}`;
  return (
    <PublicPage panel={panel} journey back={back}>
      <Steps step={place + 1} of={steps.length} label={t(step)} />
      {children}
    </PublicPage>
  );
}
