import { getTranslations } from "next-intl/server";
import { Card, Section } from "@/components/content/card";
import { Form } from "@/components/form/form";
import type { Granted } from "@/lib/auth/require-actor";
import { may } from "@/lib/policy/permission";
import { restrictionGrounds } from "@/lib/policy/restriction";
import type { Restriction } from "@/lib/queries/marker/get-restriction";
import { moments } from "../../../../../_components/moments";
import { liftRestriction, restrictMember } from "../actions";
import { TellingForm } from "./telling-form";

type Hidden = Record<string, string>;

/** The press that puts the details aside: on which ground, how they asked, where that is found. */
async function RestrictForm({ hidden }: { hidden: Hidden }) {
  const t = await getTranslations("known");
  const grounds = restrictionGrounds.map((value) => ({
    value,
    label: t(`restriction.ground.${value}`),
    hint: t(`restriction.groundHint.${value}`),
  }));
  const methods = (["web", "phone", "paper", "inPerson"] as const).map((value) => ({
    value,
    label: t(`restriction.method.${value}`),
  }));
  return (
    <Form
      action={restrictMember}
      id="restrict"
      hidden={hidden}
      fields={[
        { kind: "radios", name: "ground", label: t("restriction.groundLabel"), options: grounds },
        { kind: "radios", name: "method", label: t("restriction.methodLabel"), options: methods },
        {
          ...{ kind: "text", name: "evidence", label: t("evidence"), hint: t("evidenceHint") },
          ...{ width: "full", maxLength: 200 },
        },
      ]}
      submit={t("restriction.set")}
      tone="secondary"
    />
  );
}

/** The press that announces that the details are used again, with the reason the person gets. */
async function LiftForm({ hidden }: { hidden: Hidden }) {
  const t = await getTranslations("known.restriction");
  return (
    <Form
      action={liftRestriction}
      id="lift"
      hidden={hidden}
      fields={[
        { kind: "textarea", name: "reasons", label: t("reason"), hint: t("reasonHint"), maxLength: 2_000 },
      ]}
      submit={t("lift")}
      tone="secondary"
    />
  );
}

/** Since when, on which ground, and from when no longer. */
async function Standing({ restriction }: { restriction: Restriction }) {
  const [t, told, when] = await Promise.all([
    getTranslations("known.restriction"),
    getTranslations("known.objections.told"),
    moments(),
  ]);
  const { since, ground, evidence, lifting } = restriction;
  return (
    <>
      <p>
        {t("since", { when: when.moment(since) })}{" "}
        {ground === null ? null : `${t(`ground.${ground}`)}. ${t("from", { evidence: evidence ?? "" })}`}
      </p>
      {lifting === null ? null : (
        <>
          <p>
            {lifting.at === null
              ? t("untold", { reason: lifting.reason })
              : t("lifting", { when: when.moment(lifting.at), reason: lifting.reason })}
          </p>
          <p>{told(lifting.told)}</p>
        </>
      )}
    </>
  );
}

type Props = { granted: Granted; reference: string; restriction: Restriction | null };

/** Whether the member's details are put aside at their request, and what may be done about it. */
export async function RestrictionCard({ granted: { actor, panel }, reference, restriction }: Props) {
  const t = await getTranslations("known.restriction");
  const hidden = { panel: panel.slug, reference };
  const decides = may(actor, "restriction.decide", panel.id);
  const state = restriction === null ? "none" : restriction.lifting === null ? "stands" : "ending";
  return (
    <Section title={t("title")} lead={t("means")}>
      <Card title={t(`state.${state}`)} level={3}>
        {restriction === null ? null : <Standing restriction={restriction} />}
        {decides && restriction?.lifting?.told === "notSent" ? (
          <TellingForm panel={panel.slug} reference={reference} />
        ) : null}
        {decides && state === "stands" ? <LiftForm hidden={hidden} /> : null}
        {decides && state !== "stands" ? <RestrictForm hidden={hidden} /> : null}
      </Card>
    </Section>
  );
}
