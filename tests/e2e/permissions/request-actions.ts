import type { ActionRow } from "./actions";

const nobody = "5e1f0000-0000-4000-8000-000000000001";
const answer = { verb: "rightsRequest.answer", of: "panel" } as const;
const page = "app/dpo/[panel]/requests/[id]/actions.ts";

/** The actions about requests of data subjects, with forms that are read and of which nothing is kept. */
export const requestActions: Readonly<Record<string, ActionRow>> = {
  // An objection is no request: it is refused once everything else was looked at.
  "app/(member)/my/requests/ask/[kind]/actions.ts#askRequest": {
    verb: "rightsRequest.ask",
    of: "own",
    form: { id: nobody, kind: "objection", details: "Stop." },
  },
  // Too old a day: it is read and refused.
  "app/staff/[panel]/requests/new/actions.ts#receiveRequest": {
    verb: "rightsRequest.receive",
    of: "panel",
    form: {
      ...{ id: nobody, kind: "access", details: "Everything.", requesterName: "Nobody", method: "phone" },
      ...{ "receivedOn-day": "1", "receivedOn-month": "2", "receivedOn-year": "2026" },
    },
  },
  // Nobody made this request.
  [`${page}#askPerson`]: {
    ...answer,
    form: { requestId: nobody, what: "clarification", reason: "Which years do you mean?", how: "email" },
  },
  [`${page}#recordAnswer`]: {
    ...answer,
    form: { requestId: nobody, what: "fee", "on-day": "1", "on-month": "11", "on-year": "2026" },
  },
  [`${page}#extendRequest`]: {
    ...answer,
    form: { requestId: nobody, reason: "There are too many letters.", how: "email" },
  },
  [`${page}#tellRecipient`]: {
    ...answer,
    form: { requestId: nobody, recipientKey: "mailer", standing: "told" },
  },
  [`${page}#closeRequest`]: { ...answer, form: { requestId: nobody, outcome: "done" } },
};
