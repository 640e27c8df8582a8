import { getTranslations } from "next-intl/server";
import { Section } from "@/components/content/card";
import { Form } from "@/components/form/form";
import type { Granted } from "@/lib/auth/require-actor";
import { may } from "@/lib/policy/permission";
import type { LegalHoldInFull } from "@/lib/queries/legal-hold/get-legal-hold";
import { lookedAfterFields, reasonField } from "../../_components/hold-fields";
import {
  proposeLegalHoldRelease,
  releaseLegalHold,
  reviewLegalHold,
  withdrawLegalHoldRelease,
} from "../../actions";
import { moments } from "../../../../_components/moments";

type Props = { granted: Granted; hold: LegalHoldInFull };

/** Which hold the form is about, and how much of it was on the screen. */
function hiddenOf({ panel }: Granted, { id, steps }: LegalHoldInFull): Record<string, string> {
  return { panel: panel.slug, id, seen: String(steps.length) };
}

/** What an officer may do with a hold of which nobody proposed the end. */
async function StandingForms({ granted, hold }: Props) {
  const t = await getTranslations("holds");
  const hidden = hiddenOf(granted, hold);
  return (
    <Section title={t("one.decide")} lead={t("one.decideLead")}>
      <Form
        action={reviewLegalHold}
        id="review"
        folded={t("review.title")}
        hidden={hidden}
        initial={{ ownerId: hold.ownerId }}
        fields={[await reasonField("review"), ...(await lookedAfterFields(granted))]}
        submit={t("review.submit")}
      />
      <Form
        action={proposeLegalHoldRelease}
        id="propose"
        folded={t("propose.title")}
        hidden={hidden}
        fields={[await reasonField("propose")]}
        submit={t("propose.submit")}
        tone="warning"
      />
    </Section>
  );
}

/** That the end is proposed, and who may agree to it; an officer may take it back. */
async function ProposedForms({ granted, hold, by }: Props & { by: { name: string; when: string } }) {
  const t = await getTranslations("holds");
  const { actor, panel } = granted;
  const hidden = hiddenOf(granted, hold);
  const releases = may(actor, "legalHold.release", panel.id);
  const agrees = releases && hold.proposed?.own === false;
  return (
    <Section
      title={t(agrees ? "approve.title" : "proposed")}
      lead={agrees ? t("approve.lead", by) : t(releases ? "approve.own" : "approve.waits")}
    >
      <p>
        <strong>{t("approve.why")}</strong> {hold.proposed?.reason}
      </p>
      {agrees ? (
        <Form
          action={releaseLegalHold}
          id="release"
          hidden={hidden}
          fields={[{ kind: "singleCheckbox", name: "sure", label: t("approve.sure") }]}
          submit={t("approve.submit")}
          tone="warning"
        />
      ) : null}
      {may(actor, "legalHold.place", panel.id) ? (
        <Form
          action={withdrawLegalHoldRelease}
          id="withdraw"
          folded={t("withdraw.title")}
          hidden={hidden}
          fields={[await reasonField("withdraw")]}
          submit={t("withdraw.submit")}
          tone="secondary"
        />
      ) : null}
    </Section>
  );
}

/** What may be done with a hold now, by who looks at it. Nothing once it was released. */
export async function HoldForms({ granted, hold }: Props) {
  const [t, when] = await Promise.all([getTranslations("holds"), moments()]);
  const { proposed, released } = hold;
  if (released !== null) return null;
  if (proposed === null) {
    const places = may(granted.actor, "legalHold.place", granted.panel.id);
    return places ? <StandingForms granted={granted} hold={hold} /> : null;
  }
  const by = { name: proposed.name ?? t("someone"), when: when.moment(proposed.at) };
  return <ProposedForms granted={granted} hold={hold} by={by} />;
}
