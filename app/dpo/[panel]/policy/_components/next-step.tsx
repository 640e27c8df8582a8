import { getTranslations } from "next-intl/server";
import { Section } from "@/components/content/card";
import { Form } from "@/components/form/form";
import { londonDate } from "@/lib/clock";
import type { PolicyDraftView } from "@/lib/queries/policy/get-policy-draft";
import { moments } from "../../../_components/moments";
import { dpoPath } from "../../../_components/paths";
import {
  approvePolicyDraft,
  recallPolicyDraft,
  returnPolicyDraft,
  submitPolicyDraft,
} from "../draft/changes/actions";

type Props = { slug: string; draft: PolicyDraftView };

async function Submit({ slug, draft }: Props) {
  const t = await getTranslations("policyRegister.submit");
  const toJudge = draft.uncovered.filter(({ effect }) => effect === "check");
  const nameOf = (key: string) => draft.document.purposes.find((purpose) => purpose.key === key)?.name ?? key;
  const options = toJudge.map(({ purposeKey }) => ({
    value: purposeKey,
    label: t("keptOption", { purpose: nameOf(purposeKey) }),
  }));
  const kept = {
    kind: "checkboxes",
    name: "keptConsents",
    label: t("kept"),
    hint: t("keptHint"),
    options,
  } as const;
  if (draft.findings.some(({ severity }) => severity === "refuse")) {
    return (
      <Section title={t("title")}>
        <p>
          {t("refused")} <a href={dpoPath(slug, "policy/draft")}>{t("toDraft")}</a>
        </p>
      </Section>
    );
  }
  return (
    <Section title={t("title")} lead={t("lead")}>
      <Form
        action={submitPolicyDraft}
        hidden={{ panel: slug, revision: String(draft.revision) }}
        fields={[
          {
            kind: "textarea",
            name: "summary",
            label: t("summary"),
            hint: t("summaryHint"),
            optional: !draft.material,
            maxLength: 2_000,
          },
          ...(options.length === 0 ? [] : [kept]),
          {
            kind: "date",
            name: "inForceOn",
            label: t("inForceOn"),
            hint: t("inForceOnHint"),
            optional: true,
          },
        ]}
        initial={{ summary: draft.summary ?? "" }}
        submit={t("submit")}
      />
    </Section>
  );
}

/** When it comes into force, in a sentence. */
async function WhenInForce({ draft }: { draft: PolicyDraftView }) {
  const t = await getTranslations("policyRegister.decide");
  const { civil, moment } = await moments();
  const { approved, inForceOn, submitted } = draft;
  const date = inForceOn === null ? "" : civil(inForceOn);
  const later = inForceOn !== null && submitted !== null && inForceOn !== londonDate(submitted.at);
  if (approved !== null)
    return <p>{t("approved", { name: approved.name, when: moment(approved.at), date })}</p>;
  return (
    <>
      {submitted === null ? null : <p>{t("by", { name: submitted.name, when: moment(submitted.at) })}</p>}
      <p>{later ? t("from", { date }) : t("now")}</p>
    </>
  );
}

async function Decide({ slug, draft }: Props) {
  const t = await getTranslations("policyRegister.decide");
  if (!draft.mayApprove) return <p>{draft.mayEdit ? t("own") : t("notYou")}</p>;
  return (
    <>
      <h3>{t("approveTitle")}</h3>
      <Form
        id="approve"
        action={approvePolicyDraft}
        hidden={{ panel: slug, revision: String(draft.revision) }}
        fields={[]}
        submit={t("approve")}
      />
      <h3>{t("returnTitle")}</h3>
      <Form
        id="return"
        action={returnPolicyDraft}
        hidden={{ panel: slug }}
        fields={[
          { kind: "textarea", name: "reason", label: t("reason"), hint: t("reasonHint"), maxLength: 2_000 },
        ]}
        tone="secondary"
        submit={t("return")}
      />
    </>
  );
}

async function Recall({ slug }: { slug: string }) {
  const t = await getTranslations("policyRegister.decide");
  return (
    <Section title={t("recallTitle")} lead={t("recallLead")}>
      <Form
        id="recall"
        action={recallPolicyDraft}
        hidden={{ panel: slug }}
        fields={[]}
        tone="secondary"
        submit={t("recall")}
      />
    </Section>
  );
}

/** What can be done with the draft now: submit it, decide on it, or call it back. */
export async function NextStep({ slug, draft }: Props) {
  const t = await getTranslations("policyRegister.decide");
  if (draft.stage === "editing") {
    return draft.mayEdit && draft.changes.length > 0 ? <Submit slug={slug} draft={draft} /> : null;
  }
  return (
    <>
      <Section title={t("title")}>
        <WhenInForce draft={draft} />
        {draft.summary === null ? null : (
          <blockquote className="inset whitespace-pre-line">{draft.summary}</blockquote>
        )}
        {draft.stage === "submitted" ? <Decide slug={slug} draft={draft} /> : null}
      </Section>
      {draft.mayEdit ? <Recall slug={slug} /> : null}
    </>
  );
}
