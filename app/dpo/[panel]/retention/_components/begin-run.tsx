import { getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/content/button";
import { Section } from "@/components/content/card";
import { NotificationBanner } from "@/components/content/notice";
import { Form } from "@/components/form/form";
import type { Granted } from "@/lib/auth/require-actor";
import { londonDate, now } from "@/lib/clock";
import { may } from "@/lib/policy/permission";
import type { ListedRun } from "@/lib/queries/disposal/list-disposal-runs";
import { moments } from "../../../_components/moments";
import { dpoPath } from "../../../_components/paths";
import { beginDisposal } from "../actions";

type Props = { granted: Granted; runs: readonly ListedRun[]; isDue: boolean };

/** The run that waits or is under way, or the form that begins one. */
export async function BeginRun({ granted: { actor, panel }, runs, isDue }: Props) {
  const [t, when] = await Promise.all([getTranslations("disposals"), moments()]);
  const open = runs.find(({ finishedAt }) => finishedAt === null);
  if (open !== undefined)
    return (
      <NotificationBanner tone="warning" title={t(`open.${open.state}`)}>
        <p>{t("open.asOf", { day: when.civil(open.asOf), items: open.items })}</p>
        <p>
          <ButtonLink href={dpoPath(panel.slug, `retention/runs/${open.id}`)}>{t("open.see")}</ButtonLink>
        </p>
      </NotificationBanner>
    );
  if (!isDue || !may(actor, "disposal.begin", panel.id)) return null;
  const [year = "", month = "", day = ""] = londonDate(now()).split("-");
  const today = { "asOf-year": year, "asOf-month": String(Number(month)), "asOf-day": String(Number(day)) };
  return (
    <Section title={t("begin.title")} lead={t("begin.lead")}>
      <Form
        action={beginDisposal}
        hidden={{ panel: panel.slug }}
        fields={[{ kind: "date", name: "asOf", label: t("begin.asOf"), hint: t("begin.asOfHint") }]}
        initial={today}
        submit={t("begin.submit")}
      />
    </Section>
  );
}
