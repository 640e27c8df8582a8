import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Section } from "@/components/content/card";
import { SummaryList } from "@/components/content/summary-list";
import type { EntryView } from "@/lib/queries/trail/get-entry";

function Hash({ value, how }: { value: string; how?: ReactNode }) {
  return (
    <>
      <span className="reference text-small">{value}</span>
      {how === undefined ? null : <span className="block text-small text-muted">{how}</span>}
    </>
  );
}

/** What someone needs to repeat the sums: the bytes, and the hashes made of them. */
export async function EntryProof({ entry }: { entry: EntryView }) {
  const t = await getTranslations("dpo.entry");
  const previous =
    entry.previousChainHash === null ? t("previousNone") : <Hash value={entry.previousChainHash} />;
  return (
    <Section title={t("proof")} lead={t("proofLead")}>
      <figure>
        <figcaption className="text-small text-muted">{t("bytes")}</figcaption>
        <pre className="mt-2 overflow-x-auto rounded-md border border-rule bg-sunk p-4 text-small whitespace-pre-wrap break-all">
          <code>{entry.bytes}</code>
        </pre>
      </figure>
      <SummaryList
        rows={[
          { key: "leaf", label: t("leafHash"), value: <Hash value={entry.leafHash} how={t("leafHow")} /> },
          { key: "previous", label: t("previous"), value: previous },
          {
            key: "chain",
            label: t("chainHash"),
            value: <Hash value={entry.chainHash} how={t("chainHow")} />,
          },
        ]}
      />
    </Section>
  );
}
