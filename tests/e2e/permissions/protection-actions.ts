import type { ActionRow } from "./actions";
import { formDay } from "./form-day";

const publish = { verb: "notice.publish", of: "panel" } as const;
const hold = { verb: "legalHold.place", of: "panel" } as const;
const nobody = "5e1f0000-0000-4000-8000-000000000001";
const because = "A claim that is none.";
const somali = { number: "1", edition: "so" };

/** The actions of notices and assessments, with forms that are read and of which nothing, or little, is kept. */
export const protectionActions: Readonly<Record<string, ActionRow>> = {
  "app/dpo/[panel]/notices/actions.ts#exportShown": {
    verb: "notice.export",
    of: "panel",
    form: { list: "shown", reason: "audit", version: "", how: "" },
  },
  "app/dpo/[panel]/notices/[version]/actions.ts#chooseEdition": {
    ...publish,
    form: { number: "1", language: "so", format: "standard" },
  },
  // No version has this number: the words are read and refused.
  "app/dpo/[panel]/notices/[version]/actions.ts#saveNoticeEdition": {
    ...publish,
    form: { number: "999", edition: "so", title: "" },
  },
  "app/dpo/[panel]/notices/[version]/actions.ts#publishNoticeEdition": { ...publish, form: somali },
  "app/dpo/[panel]/notices/[version]/actions.ts#discardNoticeEdition": { ...publish, form: somali },
  // The address stays on the list of this test's data; nobody on the list has the other.
  "app/dpo/[panel]/checkpoints/actions.ts#addRecipient": {
    verb: "checkpointRecipient.change",
    of: "panel",
    form: { email: "checkpoints@residents.example" },
  },
  "app/dpo/[panel]/checkpoints/actions.ts#removeRecipient": {
    verb: "checkpointRecipient.change",
    of: "panel",
    form: { id: "5e1f0000-0000-4000-8000-000000000001" },
  },
  // Nobody has this reference.
  "app/dpo/[panel]/members/[reference]/known/actions.ts#markLine": {
    verb: "line.mark",
    of: "panel",
    form: {
      ...{ reference: "XX-NOBODY", line: "5e1f0000-0000-4000-8000-000000000001" },
      ...{ marker: "corporate", holds: "no" },
    },
  },
  "app/dpo/[panel]/members/[reference]/known/actions.ts#decideObjection": {
    verb: "objection.decide",
    of: "panel",
    form: {
      ...{ reference: "XX-NOBODY", purposeKey: "research", outcome: "accepted" },
      reasons: "Nothing to decide about.",
    },
  },
  "app/dpo/[panel]/members/[reference]/known/actions.ts#restrictMember": {
    verb: "restriction.decide",
    of: "panel",
    form: { reference: "XX-NOBODY", ground: "unlawful", method: "phone", evidence: "Nobody called." },
  },
  "app/dpo/[panel]/members/[reference]/known/actions.ts#liftRestriction": {
    verb: "restriction.decide",
    of: "panel",
    form: { reference: "XX-NOBODY", reasons: "Nothing to lift here." },
  },
  "app/dpo/[panel]/members/[reference]/known/actions.ts#recordTelling": {
    verb: "restriction.decide",
    of: "panel",
    form: { reference: "XX-NOBODY", place: "phone", evidence: "Nobody called." },
  },
  // Nobody has this reference, nobody of the panel this id, and no hold has it: read, and refused.
  "app/dpo/[panel]/legal-holds/actions.ts#placeLegalHold": {
    ...hold,
    form: {
      reference: "XX-NOBODY",
      ground: "legalClaim",
      reason: because,
      ownerId: nobody,
      ...formDay("reviewOn"),
    },
  },
  "app/dpo/[panel]/legal-holds/actions.ts#holdEveryone": {
    ...hold,
    form: { everyone: "on", ground: "legalClaim", reason: because, ownerId: nobody, ...formDay("reviewOn") },
  },
  "app/dpo/[panel]/legal-holds/actions.ts#reviewLegalHold": {
    ...hold,
    form: { id: nobody, seen: "0", reason: because, ownerId: nobody, ...formDay("reviewOn") },
  },
  "app/dpo/[panel]/legal-holds/actions.ts#proposeLegalHoldRelease": {
    ...hold,
    form: { id: nobody, seen: "0", reason: because },
  },
  "app/dpo/[panel]/legal-holds/actions.ts#withdrawLegalHoldRelease": {
    ...hold,
    form: { id: nobody, seen: "0", reason: because },
  },
  "app/dpo/[panel]/legal-holds/actions.ts#releaseLegalHold": {
    verb: "legalHold.release",
    of: "panel",
    form: { id: nobody, seen: "0", sure: "on" },
  },
  "app/staff/[panel]/members/[reference]/known/actions.ts#markMember": {
    verb: "member.mark",
    of: "panel",
    form: { reference: "XX-NOBODY", marker: "doNotVisit", holds: "no" },
  },
  // The policy names no such assessment.
  "app/dpo/[panel]/accountability/[key]/review/actions.ts#recordAssessmentReview": {
    verb: "accountability.review",
    of: "panel",
    form: {
      ...{ key: "none-such", kind: "lia", number: "0", title: "None", ownerRole: "Nobody" },
      ...{ purpose: "None.", necessity: "None.", balance: "None." },
      ...{ "approvedOn-day": "1", "approvedOn-month": "11", "approvedOn-year": "2026" },
      ...{ "reviewOn-day": "1", "reviewOn-month": "11", "reviewOn-year": "2027" },
    },
  },
};
