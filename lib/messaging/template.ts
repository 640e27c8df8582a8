import type { Audience } from "@/lib/schemas/audience";

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
] as const;
export type MessageTemplate = (typeof messageTemplates)[number];

/** Mails that go to an audience. */
export const mailingTemplates = [
  "focus-group-invitation",
  "survey-invitation",
  "invitation-reminder",
] as const;
export type MailingTemplate = (typeof mailingTemplates)[number];

/** The mail that fits: a reminder to those who have not answered; otherwise the invitation of the activity's kind. */
export function templateFor(activityKind: string, audience: Audience): MailingTemplate {
  if (audience.who === "unanswered") return "invitation-reminder";
  return activityKind === "survey" ? "survey-invitation" : "focus-group-invitation";
}
