import { getFormatter, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import type { Seal } from "@/lib/queries/ledger/get-seal";
import type { HistoryItem } from "@/lib/queries/member/list-history";

type Props = { item: HistoryItem; seal: Seal | null; children: ReactNode };

/** The way to the proof of one thing; nothing for a message, which the register does not have. */
export async function ProofOfItem({ item: { seq }, seal, children }: Props) {
  if (seq === undefined) return null;
  const [t, format] = await Promise.all([getTranslations("receipts.history"), getFormatter()]);
  const number = t("number", { seq: format.number(BigInt(seq)) });
  if (seal === null || BigInt(seq) > seal.upTo) {
    return (
      <p className="text-small text-muted">
        {number} {t("soon")}
      </p>
    );
  }
  return (
    <p className="text-small text-muted">
      {number}{" "}
      <a href={`/my/history/proof/${seq}`} download>
        {t("proof")}
        <span className="sr-only"> {children}</span>
      </a>
    </p>
  );
}
