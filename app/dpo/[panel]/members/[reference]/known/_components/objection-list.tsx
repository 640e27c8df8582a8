import { getTranslations } from "next-intl/server";
import { Fragment } from "react";
import { Card, Section } from "@/components/content/card";
import { Tag } from "@/components/content/tag";
import { Form } from "@/components/form/form";
import type { Granted } from "@/lib/auth/require-actor";
import type { StandingObjection } from "@/lib/policy/open-objection";
import { may } from "@/lib/policy/permission";
import type { DecidedObjection, Objections } from "@/lib/queries/marker/list-objections";
import { moments } from "../../../../../_components/moments";
import { decideObjection } from "../actions";
import { TellingForm } from "./telling-form";

const tones = { waits: "warning", accepted: "neutral", overridden: "danger", absolute: "neutral" } as const;

/** What was decided before, with its reasons, and whether they know; `hidden`: for who may record that they do. */
async function Decided({
  decided,
  hidden,
}: {
  decided: readonly DecidedObjection[];
  hidden: { panel: string; reference: string } | null;
}) {
  const t = await getTranslations("known.objections");
  const when = await moments();
  return decided.map(({ id, outcome, reasons, decidedAt, told }) => (
    <Fragment key={id}>
      <p>
        {t(`decided.${outcome}`, { when: when.day(decidedAt) })} {reasons} {t(`told.${told}`)}
      </p>
      {hidden !== null && told === "notSent" ? <TellingForm {...hidden} objectionOutcomeId={id} /> : null}
    </Fragment>
  ));
}

/** The press that decides. The reasons are the record: nobody goes on without them. */
async function Decision({
  objection,
  hidden,
}: {
  objection: StandingObjection;
  hidden: Record<string, string>;
}) {
  const t = await getTranslations("known.objections");
  const { key } = objection.purpose;
  const options = (["accepted", "overridden"] as const).map((value) => ({
    value,
    label: t(`outcome.${value}`),
    hint: t(`outcomeHint.${value}`),
  }));
  return (
    <Form
      action={decideObjection}
      id={key}
      hidden={{ ...hidden, purposeKey: key }}
      fields={[
        { kind: "radios", name: "outcome", label: t("outcomeLabel"), options },
        { kind: "textarea", name: "reasons", label: t("reasons"), hint: t("reasonsHint"), maxLength: 2_000 },
      ]}
      submit={t("decide")}
    />
  );
}

type Props = { granted: Granted; reference: string; objections: Objections };

/** What the person objected to, where each objection stands, and what is to be decided about it. */
export async function ObjectionList({ granted, reference, objections }: Props) {
  const t = await getTranslations("known.objections");
  const when = await moments();
  const { actor, panel } = granted;
  const decides = may(actor, "objection.decide", panel.id);
  const hidden = { panel: panel.slug, reference };
  return (
    <Section title={t("title")} lead={t("lead")}>
      {objections.standing.length === 0 ? <p>{t("none")}</p> : null}
      {objections.standing.map((objection) => {
        const { purpose, standing, since, decideBy } = objection;
        const decided = objections.decided.filter(({ purposeKey }) => purposeKey === purpose.key);
        return (
          <Card
            key={purpose.key}
            title={purpose.name}
            level={3}
            aside={<Tag tone={tones[standing]}>{t(`standing.${standing}`)}</Tag>}
          >
            <p>{t("since", { when: when.day(new Date(since)) })}</p>
            {standing === "waits" && decideBy !== null ? (
              <p>{t("decideBy", { day: when.civil(decideBy) })}</p>
            ) : null}
            {standing === "absolute" ? <p>{t("absoluteMeans")}</p> : null}
            <Decided decided={decided} hidden={decides ? hidden : null} />
            {standing === "waits" && decides ? <Decision objection={objection} hidden={hidden} /> : null}
          </Card>
        );
      })}
    </Section>
  );
}
