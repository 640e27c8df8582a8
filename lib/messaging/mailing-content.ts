/** What a mailing says, as approved and frozen in `mailing.content`. Words are plain text. Moments are ISO instants. */
export type MailingContent = {
  readonly subject: string;
  /** The sender's own words; a blank line begins a new paragraph. */
  readonly opening: string;
  readonly activity: {
    readonly id: string;
    readonly kind: string;
    readonly title: string;
    readonly summary: string;
    /** Last day answers are taken, civil date in Europe/London. */
    readonly closesOn: string | null;
  };
  readonly session: {
    readonly startsAt: string;
    readonly endsAt: string;
    /** Null for an online session: the link goes only to those who say yes. */
    readonly place: string | null;
    readonly adjustmentsAsked: string;
  } | null;
};

/** A value that differs from recipient to recipient. */
export const recipientFields = [
  "name",
  "invitation",
  "preferences",
  "unsubscribe",
  "messageId",
  "to",
] as const;
export type RecipientField = (typeof recipientFields)[number];
