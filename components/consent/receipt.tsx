import { SummaryList, type SummaryRow } from "@/components/content/summary-list";

/** Proof to keep: what was decided, when, and the reference that finds it in the ledger. Prints on one page. */
export function Receipt({
  title,
  reference,
  referenceLabel,
  rows,
}: {
  title: string;
  reference: string;
  referenceLabel: string;
  rows: SummaryRow[];
}) {
  return (
    <section className="receipt">
      <h2 className="receipt-title">{title}</h2>
      <SummaryList rows={rows} />
      <p className="receipt-reference">
        {referenceLabel} <span className="reference">{reference}</span>
      </p>
    </section>
  );
}
