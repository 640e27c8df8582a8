import { notFound } from "next/navigation";
import { requireMember } from "@/lib/auth/require-actor";
import { fileHeaders } from "@/lib/csv";
import { getReceipt } from "@/lib/queries/ledger/get-receipts";
import { seqSchema } from "@/lib/schemas/trail-query";

/** The proof of one thing the member's own history shows, as a file to keep (docs/ledger-receipts.md). */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ seq: string }> },
): Promise<Response> {
  const { actor } = await requireMember("dashboard.view");
  const seq = seqSchema.safeParse((await params).seq);
  const receipt = seq.success
    ? await getReceipt(actor.organisationId, actor.memberId, String(seq.data))
    : null;
  if (receipt === null) notFound();
  return new Response(receipt, {
    headers: fileHeaders(`receipt-${seq.data}.txt`, "text/plain; charset=utf-8"),
  });
}
