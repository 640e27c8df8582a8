// A policy takes two people: nobody puts their own words in force (DESIGN section 8; UK GDPR 5(2), 24).

/** Who had a hand in a draft: staff ids. */
export type DraftHands = { readonly editors: readonly string[]; readonly submittedBy: string | null };

/** Whether this person may approve the draft: it was submitted, and by and with words of others only. */
export function mayApprove(staffId: string, { editors, submittedBy }: DraftHands): boolean {
  return submittedBy !== null && submittedBy !== staffId && !editors.includes(staffId);
}

/** Where a draft is on its way. */
export type DraftStage = "editing" | "submitted" | "approved";

export function stageOf(draft: {
  readonly submittedAt: Date | null;
  readonly approvedAt: Date | null;
}): DraftStage {
  if (draft.approvedAt !== null) return "approved";
  return draft.submittedAt === null ? "editing" : "submitted";
}
