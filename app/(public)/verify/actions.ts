"use server";
import { formAction } from "@/lib/actions/form-action";
import { verifyReceipts } from "@/lib/actions/verify-receipts";
import { mostReceiptBytes, receiptFormSchema } from "@/lib/schemas/receipt";

/** Checks receipts for anyone. It changes nothing and keeps nothing but a count of tries. */
export const checkReceipts = formAction({
  name: "receipts.check",
  verb: "receipt.check",
  as: "session",
  panel: "none",
  schema: receiptFormSchema,
  keep: ["receipt"],
  file: { input: "file", text: "receipt", name: "fileName", most: mostReceiptBytes },
  run: async (_call, { receipt }) => verifyReceipts(receipt),
});
