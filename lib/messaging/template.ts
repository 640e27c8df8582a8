import type { AboutInvitation } from "@/lib/policy/invitation";
import type { MailingAudience } from "@/lib/schemas/audience";

/** Mails about a request that somebody made of their rights. */
export const requestTemplates = [
  "request-received",
  "request-asked",
  "request-extended",
  "request-closed",
] as const;
export type RequestTemplate = (typeof requestTemplates)[number];

/** Every mail there is. The name is stored with the delivery and picks the words and the layout. */
export const messageTemplates = [
  "confirm-address",
  "confirm-new-address",
  "address-changed",
  "already-member",
  "sign-in-code",
  "welcome",
  "consent-receipt",
  "rsvp-confirmation",
  "leave-confirmation",
  "application-decided",
  "objection-decided",
  "restriction-lifting",
  ...requestTemplates,
  "ledger-checkpoint",
  "ledger-alarm",
] as const;
export type MessageTemplate = (typeof messageTemplates)[number];

/** Mails that ask somebody for the first time. */
export const invitationTemplates = ["focus-group-invitation", "survey-invitation"] as const;

/** Mails that go to an audience. */
export const mailingTemplates = [
  ...invitationTemplates,
  "invitation-reminder",
  "activity-changed",
  "activity-cancelled",
] as const;
export type MailingTemplate = (typeof mailingTemplates)[number];

const about: Readonly<Record<MailingTemplate, AboutInvitation>> = {
  "focus-group-invitation": "asks",
  "survey-invitation": "asks",
  "invitation-reminder": "asks",
  "activity-changed": "change",
  "activity-cancelled": "cancellation",
};

/** What a mailing's mail does about an invitation; null for a template that is no mailing's. */
export function aboutInvitation(template: string): AboutInvitation | null {
  const known = mailingTemplates.find((one) => one === template);
  return known === undefined ? null : about[known];
}

/** The mail that fits: a notice or a reminder where the audience says so; otherwise the invitation of the activity's kind. */
export function templateFor(activityKind: string, { who }: MailingAudience): MailingTemplate {
  switch (who) {
    case "unanswered":
      return "invitation-reminder";
    case "accepted":
      return "activity-changed";
    case "expected":
      return "activity-cancelled";
    case "members":
      return activityKind === "survey" ? "survey-invitation" : "focus-group-invitation";
  }
}

/** Whether a mailing's mail tells those who were invited what became of it, instead of asking for an answer. */
export function isNotice(template: MailingTemplate): boolean {
  return about[template] !== "asks";
}
