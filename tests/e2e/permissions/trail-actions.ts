import { randomUUID } from "node:crypto";
import type { ActionRow } from "./actions";

const view = { verb: "trailView.save", of: "panel" } as const;

/** The actions of the trail's pages, with forms that are read. */
export const trailActions: Readonly<Record<string, ActionRow>> = {
  "app/dpo/[panel]/trail/actions.ts#findPerson": {
    verb: "trail.read",
    of: "panel",
    form: { words: "Storey" },
  },
  "app/dpo/[panel]/trail/actions.ts#saveTrailView": {
    ...view,
    form: { name: `View ${randomUUID()}`, event: "notice.shown" },
  },
  "app/dpo/[panel]/trail/actions.ts#exportTrail": {
    verb: "trail.export",
    of: "panel",
    form: { format: "csv", reason: "audit" },
  },
  // No view has this id.
  "app/dpo/[panel]/trail/views/actions.ts#changeTrailView": {
    ...view,
    form: { viewId: randomUUID(), name: "Another" },
  },
  "app/dpo/[panel]/trail/views/actions.ts#deleteTrailView": { ...view, form: { viewId: randomUUID() } },
  // Nothing of this id is held, and this is no checkpoint.
  "app/dpo/[panel]/verify/actions.ts#releaseSending": {
    verb: "hold.release",
    of: "panel",
    form: { holdId: randomUUID(), because: "falseAlarm" },
  },
  "app/dpo/[panel]/verify/actions.ts#compareCheckpoint": {
    verb: "trail.verify",
    of: "panel",
    form: { notes: "none" },
  },
  // No member has this reference.
  "app/dpo/[panel]/packs/actions.ts#askForPack": {
    verb: "evidence.pack",
    of: "panel",
    form: { scope: "person", member: "NO-0000000", reason: "audit" },
  },
};
