import { randomUUID } from "node:crypto";
import type { Fields } from "./rows";

const at = "2029-05-20T13:00:00Z";
const later = "2029-05-20T15:00:00Z";
const day = "2029-05-20";
const ofPanel = () => ({ organisation_id: randomUUID(), id: randomUUID(), panel_id: randomUUID() });

/** Acceptable rows of what waits for a person to look at it, and of what proves a decision. */
export const waitingRows: Readonly<Record<string, () => Fields>> = {
  notice_draft: () => ({
    ...ofPanel(),
    number: 1,
    language: "cy",
    format: "standard",
    content: "[]",
    edited_by: randomUUID(),
    edited_at: at,
  }),
  list_upload: () => ({
    ...ofPanel(),
    kind: "screening",
    rows: "[]",
    stated_on: day,
    uploaded_by: randomUUID(),
    uploaded_at: at,
    applied_by: randomUUID(),
    applied_at: later,
    counts: "{}",
  }),
  consent_evidence: () => ({
    organisation_id: randomUUID(),
    consent_record_id: randomUUID(),
    stated_method: "paper",
    evidence: "Form 7 in the post room file",
  }),
};
