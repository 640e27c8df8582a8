import { getTranslations } from "next-intl/server";
import { OpenRun } from "@/app/_waiting/open-run";
import { Section } from "@/components/content/card";
import { Form } from "@/components/form/form";
import type { Granted } from "@/lib/auth/require-actor";
import { londonDate, now } from "@/lib/clock";
import { may } from "@/lib/policy/permission";
import type { ListedRun } from "@/lib/queries/disposal/list-disposal-runs";
import { beginDisposal } from "../actions";

type Props = { granted: Granted; runs: readonly ListedRun[]; isDue: boolean };

/** The run that waits or is under way, or the form that begins one. */
export async function BeginRun({ granted: { actor, panel }, runs, isDue }: Props) {
  const open = runs.find(({ finishedAt }) => finishedAt === null);
  if (open !== undefined) return <OpenRun slug={panel.slug} run={open} />;
  if (!isDue || !may(actor, "disposal.begin", panel.id)) return null;
  const t = await getTranslations("disposals.begin");
  const [year = "", month = "", day = ""] = londonDate(now()).split("-");
  const today = { "asOf-year": year, "asOf-month": String(Number(month)), "asOf-day": String(Number(day)) };
  return (
    <Section title={t("title")} lead={t("lead")}>
      <Form
        action={beginDisposal}
        hidden={{ panel: panel.slug }}
        fields={[{ kind: "date", name: "asOf", label: t("asOf"), hint: t("asOfHint") }]}
        initial={today}
        submit={t("submit")}
      />
    </Section>
  );
}
