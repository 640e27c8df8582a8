// What a receipt of a consent must hold so that it proves something (ISO/IEC TS 27560:2023, mandatory fields; UK GDPR 7(1);
// law.md 4.1).

export const receiptFields = [
  "schema_version",
  "record_id",
  "receipt_id",
  "pii_principal_id",
  "privacy_notice",
  "language",
  "purpose",
  "lawful_basis",
  "pii_information",
  "pii_controllers",
  "storage_locations",
  "retention_period",
  "jurisdiction",
  "recipient_third_parties",
  "withdrawal_method",
  "event_time",
  "validity_duration",
  "entity_id",
  "event_type",
  "event_state",
] as const;
export type ReceiptField = (typeof receiptFields)[number];

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null) return true;
  return typeof value === "string" && value.trim() === "";
}

/** The mandatory fields that a receipt lacks, in order; an empty list when it is whole. An empty list of recipients is one. */
export function missingFromReceipt(receipt: Readonly<Record<string, unknown>>): readonly ReceiptField[] {
  return receiptFields.filter((field) => isEmpty(receipt[field]));
}
