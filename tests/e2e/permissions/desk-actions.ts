import { randomUUID } from "node:crypto";
import type { ActionRow } from "./actions";

const everyone = JSON.stringify({ who: "members", areas: [], tenures: [], interests: [] });

/** The presses about applications, and the one that sends a mailing. */
export const deskActions: Readonly<Record<string, ActionRow>> = {
  "app/staff/[panel]/applications/[reference]/[decision]/actions.ts#decideOnApplication": {
    ...{ verb: "application.decide", of: "panel" },
    form: { reference: "CV-NOBODY", decided: "accepted", reason: "viewpoint", words: "", read: "on" },
  },
  "app/staff/[panel]/activities/[id]/preview/actions.ts#sendMailing": {
    verb: "mailing.send",
    of: "panel",
    form: {
      activity: randomUUID(),
      audience: everyone,
      page: "preview",
      ...{ subject: "Never sent", shownSubject: "Never sent", shownOpening: "" },
      ...{ shownReview: "", asked: "promotion incentive", promotion: "none", incentive: "none" },
      key: randomUUID(),
      reviewed: "on",
    },
  },
};
