import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { ButtonLink } from "@/components/content/button";
import { Section } from "@/components/content/card";
import { InsetText, NotificationBanner } from "@/components/content/notice";
import { StatRow } from "@/components/content/stat-row";
import { PageTitle } from "@/components/layout/page-title";
import { requireActor } from "@/lib/auth/require-actor";
import { londonDate, now } from "@/lib/clock";
import { may } from "@/lib/policy/permission";
import { countNumbers, promotesByCall } from "@/lib/queries/screening/numbers-to-screen";
import { DpoFrame } from "../../_components/dpo-frame";
import { moments } from "../../_components/moments";
import { dpoPath } from "../../_components/paths";
import { ScreeningHistory } from "./_components/screening-history";
import { screeningTitle } from "./_components/screening-frame";

export const generateMetadata = screeningTitle("title");

const figure = z.coerce.number().int().min(0).optional().catch(undefined);
const query = z.object({ clear: figure, listed: figure, before: z.uuid().optional().catch(undefined) });

export default async function Screening(props: PageProps<"/dpo/[panel]/telephone-screening">) {
  const { panel: slug } = await props.params;
  const granted = await requireActor("screening.view", slug);
  const { clear, listed, before } = query.parse(await props.searchParams);
  const [t, when] = await Promise.all([getTranslations("screening"), moments()]);
  const need = await countNumbers(granted, londonDate(now()));
  const open = need.numbers - need.clear - need.listed;
  const stats = Object.entries({ ...need, open }).map(([key, value]) => ({
    ...{ key, label: t(key), value: when.count(value) },
  }));
  const mayUpload = may(granted.actor, "screening.upload", granted.panel.id);
  return (
    <DpoFrame granted={granted}>
      {clear === undefined || listed === undefined ? null : (
        <NotificationBanner tone="success" title={t("done")} announce>
          <p>{t("doneBody", { clear: when.count(clear), listed: when.count(listed) })}</p>
        </NotificationBanner>
      )}
      <PageTitle lead={t("lead")}>{t("title")}</PageTitle>
      {promotesByCall(granted) ? null : <InsetText>{t("notNeeded")}</InsetText>}
      <StatRow stats={stats} />
      {mayUpload ? (
        <div className="flex flex-wrap gap-4">
          <ButtonLink href={dpoPath(slug, "telephone-screening/upload")}>{t("upload")}</ButtonLink>
          <ButtonLink tone="secondary" href={dpoPath(slug, "telephone-screening/numbers")}>
            {t("take")}
          </ButtonLink>
        </div>
      ) : null}
      <Section title={t("history")}>
        <ScreeningHistory granted={granted} before={before} />
      </Section>
    </DpoFrame>
  );
}
