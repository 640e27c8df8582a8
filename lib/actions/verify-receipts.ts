import { getTranslations } from "next-intl/server";
import { placeOfRequest, withinLimit } from "@/lib/auth/rate-limit";
import { receiptsIn, readReceipt, type Receipt } from "@/lib/ledger/receipt";
import { judgeReceipt } from "@/lib/queries/ledger/judge-receipt";
import { ok, refuse, refuseFields, type Result } from "@/lib/result";
import { mostReceipts } from "@/lib/schemas/receipt";
import type { Outcome } from "./form-action";
import type { Finding } from "./form-state";
import { receiptFinding } from "./receipt-finding";

async function mayAsk(): Promise<boolean> {
  const counted = await Promise.all([
    withinLimit("receiptPlace", await placeOfRequest()),
    withinLimit("receiptEverywhere", "all"),
  ]);
  return counted.every(Boolean);
}

/** Every receipt in what was pasted, or what is wrong with it. */
function readAll(pasted: string): Result<readonly Receipt[]> {
  const texts = receiptsIn(pasted);
  const problem = (code: string, params: Readonly<Record<string, number>> = {}) =>
    refuseFields({ receipt: [{ code: `receipt.${code}`, params }] });
  if (texts.length === 0) return problem("none");
  if (texts.length > mostReceipts) return problem("many", { most: mostReceipts });
  const read = texts.map(readReceipt);
  const wrong = read.findIndex((receipt) => typeof receipt === "string");
  const part = read[wrong];
  if (typeof part === "string")
    return problem(`unreadable.${part}`, { number: wrong + 1, count: texts.length });
  return ok(read.flatMap((receipt) => (typeof receipt === "string" ? [] : [receipt])));
}

/** Checks what somebody pasted or chose, and says in words what it shows. Nothing of it is kept. */
export async function verifyReceipts(pasted: string): Promise<Result<Outcome>> {
  if (!(await mayAsk())) return refuse("receipt.tooOften");
  const receipts = readAll(pasted);
  if (!receipts.ok) return receipts;
  const t = await getTranslations("receipts");
  const findings: Finding[] = [];
  // One after the other: anybody may ask, and must not hold every connection that residents wait for.
  for (const receipt of receipts.value) findings.push(await receiptFinding(await judgeReceipt(receipt)));
  const count = findings.length;
  if (count === 1) return ok({ findings });
  const numbered = findings.map((finding, place) => {
    const title = t("fact.someone", { number: place + 1, count });
    return { ...finding, title: `${title}: ${finding.title}` };
  });
  return ok({ findings: numbered });
}
