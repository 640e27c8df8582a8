import { z } from "zod";

/** Bytes of what is pasted or given as a file: a receipt is about 3 kB, a whole mail with several about 60. */
export const mostReceiptBytes = 200_000;

/** Receipts in one go. Each costs a signature and a few hashes. */
export const mostReceipts = 20;

export const receiptFormSchema = z.strictObject({
  receipt: z.string().trim().min(1, "receipt.missing").max(mostReceiptBytes, "receipt.large"),
  fileName: z.string().max(255).optional(),
});
