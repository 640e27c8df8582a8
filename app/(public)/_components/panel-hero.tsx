import { getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/content/button";
import { Houses } from "@/components/content/houses";
import { PageTitle } from "@/components/layout/page-title";
import { londonDate, now } from "@/lib/clock";
import { joiningOn } from "@/lib/policy/application-round";
import type { PanelView } from "@/lib/queries/panel/get-panel";

/** What the panel is, and the two ways in. */
export async function PanelHero({ panel }: { panel: PanelView }) {
  const t = await getTranslations("public.home");
  const round = await getTranslations("public.round");
  const joining = joiningOn(panel.document, londonDate(now()));
  const applies = joining.kind !== "anyTime";
  return (
    <div className="grid gap-8 md:grid-cols-[minmax(0,1fr)_16rem] md:items-end">
      <div className="grid gap-6">
        <PageTitle lead={panel.summary}>{panel.name}</PageTitle>
        <div className="buttons">
          {joining.kind === "closed" ? null : (
            <ButtonLink href={`/${panel.slug}/join`}>{t(applies ? "apply" : "join")}</ButtonLink>
          )}
          <ButtonLink href={`/${panel.slug}/sign-in`} tone="secondary">
            {t("signIn")}
          </ButtonLink>
        </div>
        <p className="text-small text-muted">
          {joining.kind === "closed" ? round("closed") : applies ? round("time") : t("time")}
        </p>
      </div>
      <div className="hidden md:block [&>svg]:h-auto [&>svg]:w-full">
        <Houses />
      </div>
    </div>
  );
}
