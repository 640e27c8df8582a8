import { getTranslations } from "next-intl/server";
import { SummaryList, type SummaryRow } from "@/components/content/summary-list";
import type { PolicyDocument, Purpose } from "@/lib/policy/document";
import type { KeptUntil } from "@/lib/queries/member/list-retention";
import { moments } from "./moments";

type Props = { document: PolicyDocument; purpose: Purpose; kept: KeptUntil | undefined };

/** Why, on what basis, who gets it, until when, and what stopping means: the notice's promise about one purpose. */
export async function PurposeFacts({ document, purpose, kept }: Props) {
  const t = await getTranslations("member.purpose");
  const now = await getTranslations("member.keptForNow.short");
  const { civil } = await moments();
  const recipients = document.recipients
    .filter(({ key }) => purpose.recipients.includes(key))
    .map(({ name }) => name);
  const rows: SummaryRow[] = [
    { key: "why", label: t("why"), value: purpose.why },
    {
      key: "basis",
      label: t("basis"),
      value: [t(`basisWords.${purpose.lawfulBasis}`), purpose.interest, purpose.legalSource]
        .filter(Boolean)
        .join(" "),
    },
    {
      key: "who",
      label: t("who"),
      value: recipients.length === 0 ? t("nobody") : t("recipients", { names: recipients.join(", ") }),
    },
    { key: "kept", label: t("kept"), value: keptWords() },
    { key: "stop", label: t("stop"), value: purpose.stopping },
  ];
  return <SummaryList rows={rows} />;

  function keptWords(): string {
    if (kept === undefined) return t("keptUnknown");
    const until =
      kept.dueOn === null
        ? kept.rule.sourceText
        : t("keptUntil", { date: civil(kept.dueOn), rule: kept.rule.sourceText });
    return kept.keptBy === null ? until : `${until} ${now(kept.keptBy)}`;
  }
}
