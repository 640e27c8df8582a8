import { randomUUID } from "node:crypto";
import type { ActionRow } from "./actions";

const refuses = "app/dpo/[panel]/suppressions/actions.ts";
const erases = "app/dpo/[panel]/members/[reference]/erase/actions.ts";
const screens = "app/dpo/[panel]/telephone-screening/actions.ts";

/** What is done with the list of stops and with telephone screening. */
export const stopped: Readonly<Record<string, ActionRow>> = {
  [`${refuses}#findSuppressed`]: {
    verb: "suppression.read",
    of: "panel",
    form: { address: "nobody@residents.example" },
  },
  [`${refuses}#checkSuppression`]: {
    verb: "suppression.add",
    of: "panel",
    form: {
      whose: "member",
      reference: "CV-NOBODY",
      scope: "everything",
      ...{ "receivedOn-day": "1", "receivedOn-month": "1", "receivedOn-year": "2026" },
      source: "paper",
      evidence: "letter 1",
    },
  },
  [`${refuses}#checkSuppressionList`]: {
    verb: "suppression.add",
    of: "panel",
    form: { list: "address,date\nx,y" },
  },
  [`${refuses}#confirmSuppressions`]: {
    verb: "suppression.add",
    of: "panel",
    form: { upload: randomUUID() },
  },
  // Nobody has this reference.
  [`${erases}#eraseMember`]: {
    verb: "member.erase",
    of: "panel",
    form: { reference: "CV-2222222", reasonCode: "objected", sure: "on" },
  },
  [`${screens}#checkScreening`]: {
    verb: "screening.upload",
    of: "panel",
    form: {
      ...{ "screenedOn-day": "1", "screenedOn-month": "1", "screenedOn-year": "2026" },
      holds: "listed",
      list: "number\nnone",
    },
  },
  [`${screens}#confirmScreening`]: { verb: "screening.upload", of: "panel", form: { upload: randomUUID() } },
  [`${screens}#takeNumbers`]: { verb: "screening.export", of: "panel", form: { reason: "check" } },
};
