import { getTranslations } from "next-intl/server";
import { Card, Section } from "@/components/content/card";
import { Form } from "@/components/form/form";
import type { Granted } from "@/lib/auth/require-actor";
import { mayRelease } from "@/lib/policy/ledger-check";
import { may } from "@/lib/policy/permission";
import { listHolds, type Hold } from "@/lib/queries/ledger/list-holds";
import { lastCheckMade } from "@/lib/queries/trail/list-verifications";
import { holdCauses } from "@/lib/schemas/ledger-forms";
import { moments } from "../../../_components/moments";
import { releaseSending } from "../actions";

async function ReleaseForm({ slug, hold }: { slug: string; hold: Hold }) {
  const t = await getTranslations("dpo.verify.holds");
  return (
    <Form
      action={releaseSending}
      id={`hold-${hold.id}`}
      tone="warning"
      hidden={{ panel: slug, holdId: hold.id }}
      submit={t("release")}
      fields={[
        {
          kind: "select",
          name: "because",
          label: t("cause"),
          hint: t("releaseNote"),
          emptyLabel: t("choose"),
          options: holdCauses.map((value) => ({ value, label: t(`causes.${value}`) })),
        },
      ]}
    />
  );
}

/** What sending is held for, since when, and how it ends. */
export async function OpenHolds({ granted }: { granted: Granted }) {
  const { actor, panel } = granted;
  const holds = await listHolds(granted);
  if (holds.length === 0) return null;
  const [t, when, last] = await Promise.all([
    getTranslations("dpo.verify.holds"),
    moments(),
    lastCheckMade(granted),
  ]);
  return (
    <Section title={t("title")}>
      {holds.map((hold) => {
        const next = mayRelease({ reason: hold.reason, openedAt: hold.openedAt.getTime() }, last);
        const form = next === "mayRelease" && may(actor, "hold.release", panel.id);
        return (
          <Card key={hold.id} title={t(`reason.${hold.reason}`)} level={3}>
            <p>{t("since", { when: when.second(hold.openedAt) })}</p>
            {next === "mayRelease" ? null : <p>{t(next)}</p>}
            {form ? <ReleaseForm slug={panel.slug} hold={hold} /> : null}
          </Card>
        );
      })}
    </Section>
  );
}
