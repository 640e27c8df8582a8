import type { MailingAudience } from "@/lib/schemas/audience";

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
    /** For the calendar file of a change; an older mailing has none. */
    readonly id?: string;
    readonly startsAt: string;
    readonly endsAt: string;
    /** Null for an online session: the link goes only to those who say yes. */
    readonly place: string | null;
    /** Only in a mail to those who said yes. */
    readonly joinLink?: string | null;
    readonly adjustmentsAsked: string;
  } | null;
};

/** An activity as a mail can tell of it. */
export type Announced = MailingContent["activity"] & {
  readonly session: {
    readonly id: string;
    readonly startsAt: Date;
    readonly endsAt: Date;
    readonly place: string | null;
    readonly joinLink: string | null;
    readonly adjustmentsAsked: string;
  } | null;
};

/**
 * What a mailing about this activity says: the same for its preview and for "Send". A change is told to those who said
 * yes: they get the link to join, and an entry for their calendar.
 */
export function mailingContent(
  { id, kind, title, summary, closesOn, session }: Announced,
  words: { readonly subject: string; readonly opening: string },
  audience: MailingAudience,
): MailingContent {
  const told =
    audience.who === "accepted" && session !== null ? { id: session.id, joinLink: session.joinLink } : {};
  return {
    subject: words.subject,
    opening: words.opening,
    activity: { id, kind, title, summary, closesOn },
    session:
      session === null
        ? null
        : {
            ...told,
            startsAt: session.startsAt.toISOString(),
            endsAt: session.endsAt.toISOString(),
            place: session.place,
            adjustmentsAsked: session.adjustmentsAsked,
          },
  };
}

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
