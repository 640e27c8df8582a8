import { getTranslations } from "next-intl/server";
import { Section } from "@/components/content/card";
import type { PolicyDraftView } from "@/lib/queries/policy/get-policy-draft";

/** Consents that the new document does not cover: they end, and nobody stretches them. */
export async function UncoveredConsents({ draft }: { draft: PolicyDraftView }) {
  const t = await getTranslations("policyRegister.changes");
  const { uncovered, keptConsents, document } = draft;
  if (uncovered.length === 0) return null;
  const nameOf = (key: string) => document.purposes.find((purpose) => purpose.key === key)?.name ?? key;
  return (
    <Section title={t("consentsTitle")} lead={t("consentsLead")}>
      <ul className="list-disc pl-5">
        {uncovered.map(({ purposeKey, effect, because }) => {
          const kept = effect === "check" && keptConsents.includes(purposeKey);
          const key = kept ? "kept" : effect;
          return <li key={purposeKey}>{t(key, { purpose: nameOf(purposeKey), because })}</li>;
        })}
      </ul>
    </Section>
  );
}
