import type { ActionRow } from "./actions";

/** The presses about applications. */
export const applicationActions: Readonly<Record<string, ActionRow>> = {
  "app/staff/[panel]/applications/[reference]/[decision]/actions.ts#decideOnApplication": {
    ...{ verb: "application.decide", of: "panel" },
    form: { reference: "CV-NOBODY", decided: "accepted", reason: "viewpoint", words: "", read: "on" },
  },
};
