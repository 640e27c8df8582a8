import { randomUUID } from "node:crypto";
import type { LinkScope, Verb } from "@/lib/policy/permission";
import { activityActions } from "./activity-actions";
import { home } from "./actors";
import { deskActions } from "./desk-actions";
import { disposalActions } from "./disposal-actions";
import { linkActions } from "./link-actions";
import { policyActions } from "./policy-actions";
import { protectionActions } from "./protection-actions";
import { requestActions } from "./request-actions";
import { stopped } from "./stop-actions";
import { trailActions } from "./trail-actions";

type Form = Readonly<Record<string, string>>;

/** A server action: what it needs, where its actor comes from, and a form that can be read. Ids in it need not exist, or are places. */
export type ActionRow = {
  readonly verb: Verb;
  /** `panel`: the form names the panel. `own`: the member's own. `none`: no panel is concerned. A scope: the link in the form. */
  readonly of: "panel" | "own" | "none" | LinkScope;
  readonly form: Form;
  /** It would put another session in the place of the one that asks, so only somebody without one asks. */
  readonly opensSession?: true;
};

const join = { verb: "join.apply", of: "panel" } as const;
const signIn = { verb: "signIn.request" } as const;
const details = { verb: "details.change", of: "own" } as const;
const steer = { verb: "mailing.send", of: "panel" } as const;

const residents: Readonly<Record<string, ActionRow>> = {
  "app/(member)/my/choices/actions.ts#changeChoices": {
    verb: "choices.change",
    of: "own",
    form: { "choice-research-email": "yes" },
  },
  "app/(member)/my/details/actions.ts#changeName": {
    ...details,
    form: { givenName: "Nasreen", familyName: "Storey" },
  },
  "app/(member)/my/details/actions.ts#changeAddress": { ...details, form: { addressLine1: "", town: "" } },
  "app/(member)/my/details/actions.ts#changeFormat": { ...details, form: { format: "standard" } },
  "app/(member)/my/details/actions.ts#changePhone": { ...details, form: { phone: "07700 900123" } },
  "app/(member)/my/details/actions.ts#changeEmail": {
    ...details,
    form: { email: `${randomUUID()}@residents.example` },
  },
  "app/(member)/my/details/actions.ts#changeAbout": { ...details, form: { "answer-area": "Nowhere" } },
  "app/(member)/my/invitations/[invitationId]/actions.ts#answerMyInvitation": {
    verb: "invitation.answer",
    of: "own",
    form: { invitationId: randomUUID(), answer: "declined" },
  },
  "app/(member)/my/surveys/[activityId]/actions.ts#answerMySurvey": {
    verb: "survey.answer",
    of: "own",
    form: { activityId: randomUUID(), "one.q1": "Good" },
  },
  "app/(member)/my/pause/actions.ts#pause": { verb: "membership.pause", of: "own", form: { length: "P1M" } },
  "app/(member)/my/pause/actions.ts#resume": { verb: "membership.pause", of: "own", form: {} },
  "app/(member)/my/leave/actions.ts#leave": { verb: "membership.leave", of: "own", form: {} },
};

const joining: Readonly<Record<string, ActionRow>> = {
  "app/(public)/[panel]/join/actions.ts#startJoining": { ...join, form: { eligible: "on" } },
  "app/(public)/[panel]/join/actions.ts#saveDetails": {
    ...join,
    form: { givenName: "Sam", familyName: "Walker", email: "sam@residents.example" },
  },
  "app/(public)/[panel]/join/actions.ts#saveChoices": { ...join, form: { "choice-research-email": "yes" } },
  "app/(public)/[panel]/join/actions.ts#saveAboutYou": { ...join, form: { change: "1" } },
  "app/(public)/[panel]/join/actions.ts#saveEquality": { ...join, form: { change: "1" } },
  "app/(public)/[panel]/join/check/actions.ts#sendJoin": { ...join, form: {} },
  "app/(public)/[panel]/join/done/actions.ts#changeAddress": { ...join, form: {} },
  "app/(public)/confirm/[token]/actions.ts#confirmJoining": {
    verb: "join.apply",
    of: "none",
    form: { link: "x.y" },
  },
};

const bringIn = { verb: "decision.import", of: "panel" } as const;

const stated: Readonly<Record<string, ActionRow>> = {
  "app/dpo/[panel]/decisions-import/actions.ts#checkDecisionList": { ...bringIn, form: { list: "member" } },
  "app/dpo/[panel]/decisions-import/actions.ts#recordDecisionList": {
    ...bringIn,
    form: { upload: randomUUID() },
  },
  "app/dpo/[panel]/decisions-import/actions.ts#cancelDecisionList": {
    ...bringIn,
    form: { upload: randomUUID() },
  },
  "app/staff/[panel]/members/[reference]/told/actions.ts#recordTold": {
    verb: "decision.record",
    of: "panel",
    form: {
      ...{ reference: "XX-NOBODY", purposeKey: "research", channel: "email", answer: "no" },
      ...{ "day-day": "2", "day-month": "11", "day-year": "2026", method: "phone", evidence: "call 1" },
    },
  },
};

const signingIn: Readonly<Record<string, ActionRow>> = {
  "app/(public)/[panel]/sign-in/actions.ts#askForMemberCode": {
    ...signIn,
    of: "panel",
    form: { email: `${randomUUID()}@residents.example` },
  },
  "app/(public)/[panel]/sign-in/actions.ts#enterMemberCode": {
    ...signIn,
    of: "panel",
    form: { code: "0000 0000" },
  },
  "app/(public)/[panel]/sign-in/actions.ts#signInAsDemoPerson": {
    ...signIn,
    of: "panel",
    form: { role: "resident" },
    opensSession: true,
  },
  "app/design/fault/actions.ts#breakForm": { ...signIn, of: "none", form: {} },
  "app/(public)/verify/actions.ts#checkReceipts": {
    verb: "receipt.check",
    of: "none",
    form: { receipt: "Nothing of the kind" },
  },
  "app/sign-in/actions.ts#signInByLink": { ...signIn, of: "none", form: { link: "x.y" } },
  "app/sign-in/actions.ts#chooseWhoSignsIn": { ...signIn, of: "none", form: { memberId: randomUUID() } },
  "app/staff/sign-in/actions.ts#askForStaffCode": {
    ...signIn,
    of: "none",
    form: { email: `${randomUUID()}@residents.example` },
  },
  "app/staff/sign-in/actions.ts#enterStaffCode": { ...signIn, of: "none", form: { code: "0000 0000" } },
};

const staff: Readonly<Record<string, ActionRow>> = {
  ...deskActions,
  ...activityActions,
  "app/staff/[panel]/members/actions.ts#searchMembers": {
    verb: "member.list",
    of: "panel",
    form: { words: "Nobody", state: "left" },
  },
  "app/staff/[panel]/mailings/[id]/actions.ts#pauseSending": { ...steer, form: { mailing: randomUUID() } },
  "app/staff/[panel]/mailings/[id]/actions.ts#resumeSending": { ...steer, form: { mailing: randomUUID() } },
  "app/staff/[panel]/mailings/[id]/actions.ts#stopSending": { ...steer, form: { mailing: randomUUID() } },
  "app/dpo/[panel]/verify/actions.ts#verifyTrail": { verb: "trail.verify", of: "panel", form: {} },
};

/** Every server action of the product. One that is not here fails the test. */
export const actionTable: readonly (ActionRow & { readonly name: string })[] = Object.entries({
  ...residents,
  ...policyActions,
  ...protectionActions,
  ...disposalActions,
  ...requestActions,
  ...linkActions,
  ...joining,
  ...stated,
  ...signingIn,
  ...staff,
  ...stopped,
  ...trailActions,
}).map(([name, row]) => ({
  name,
  ...row,
  form: row.of === "panel" ? { ...row.form, panel: home } : row.form,
}));
