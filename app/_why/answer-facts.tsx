import { getTranslations } from "next-intl/server";
import { moments } from "@/app/dpo/_components/moments";
import { SummaryList } from "@/components/content/summary-list";
import { Tag } from "@/components/content/tag";
import type { Purpose } from "@/lib/policy/document";
import type { WhyAnswer } from "@/lib/queries/permission/get-why";

/** One answer of the gate: its sentence, its citation, until when it holds, and what would change it. */
export async function AnswerFacts({ purpose, answer }: { purpose: Purpose; answer: WhyAnswer }) {
  const t = await getTranslations("why");
  const policy = await getTranslations("policy");
  const when = await moments();
  const { permitted, code, citation, validUntil, change, about } = answer;
  const kind = about === "joined" ? "service" : (purpose.messageKind ?? "none");
  const yes = <Tag tone={permitted ? "success" : "danger"}>{t(permitted ? "staff.yes" : "staff.no")}</Tag>;
  const rows = [
    { key: "answer", value: yes },
    { key: "reason", value: policy(`reason.${code}`) },
    { key: "citation", value: citation === "" ? t("one.noCitation") : citation },
    { key: "kind", value: policy(`kind.${kind}`) },
    { key: "basis", value: policy(`basisForStaff.${purpose.lawfulBasis}`) },
    {
      key: "until",
      value: validUntil === null ? t("one.untilFacts") : when.moment(new Date(validUntil)),
    },
    { key: "change", value: policy(change.sentenceKey) },
    { key: "who", value: t(`one.changer.${change.by}`) },
  ];
  return <SummaryList rows={rows.map(({ key, value }) => ({ key, label: t(`one.${key}`), value }))} />;
}
