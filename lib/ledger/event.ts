import type { Channel } from "@/lib/policy/vocabulary";

/** Values the canonical form allows: strings, lists of strings; numbers and times are written as strings. */
export type LedgerData = Readonly<Record<string, string | readonly string[]>>;

/** Every event type there is: noun.pastTense. The catalogue says what each proves (lib/ledger/catalogue.ts). */
export const eventTypes = [
  "notice.shown",
  "notice.published",
  "policy.published",
  "member.joined",
  "member.paused",
  "member.resumed",
  "member.left",
  "member.restricted",
  "member.detailsChanged",
  "contactPoint.verified",
  "consent.given",
  "consent.refused",
  "consent.withdrawn",
  "consent.objected",
  "consent.expired",
  "suppression.added",
  "suppression.lifted",
  "activity.published",
  "mailing.approved",
  "mailing.finished",
  "invitation.answered",
  "attendance.recorded",
  "survey.answered",
  "adjustment.recorded",
  "monitoringAnswer.recorded",
  "role.granted",
  "session.started",
  "ledger.read",
  "ledger.verified",
] as const;
export type EventType = (typeof eventTypes)[number];

/** One thing that happened, before it has a place in the chain. Never names, addresses or answers: ids and hashes. */
export type LedgerEvent = {
  readonly eventType: EventType;
  readonly panelId: string | null;
  /** The random reference of the person concerned, or null. Never the member id. */
  readonly subjectRef: string | null;
  readonly purposeKey?: string;
  readonly channel?: Channel;
  /** When it happened; the chain adds when it was recorded, by the database's clock. */
  readonly effectiveAt: Date;
  readonly data: LedgerData;
};
