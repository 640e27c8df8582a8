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
