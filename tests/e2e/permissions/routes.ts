import type { LinkScope, Verb } from "@/lib/policy/permission";
import type { Decision } from "./ask";

/**
 * What a route needs: nothing; a signed link of this kind; anyone of staff; a verb of the permission table, on the panel of
 * the address or on the member's own.
 */
export type Need = "public" | "staff" | `link:${LinkScope | "confirm" | "signIn"}` | Verb;

export type Row = {
  readonly needs: Need;
  /** The address to ask for: the route with its ids, `{name}` standing for a place. Left out where the route has none. */
  readonly at?: string;
  /** A link about a survey, where links of its kind may be about either. */
  readonly about?: "survey";
  /** What whoever may ask gets; a page, where nothing is said. */
  readonly answers?: Decision;
};

type Rows = Readonly<Record<string, Need | Row>>;

const open: Rows = {
  "/": "public",
  "/[panel]": { needs: "public", at: "/{panel}" },
  "/[panel]/accessibility": { needs: "public", at: "/{panel}/accessibility" },
  "/[panel]/contact": { needs: "public", at: "/{panel}/contact" },
  "/[panel]/privacy": { needs: "public", at: "/{panel}/privacy" },
  "/[panel]/privacy/[version]": { needs: "public", at: "/{panel}/privacy/1" },
  "/[panel]/privacy/[version]/[edition]": { needs: "public", at: "/{panel}/privacy/1/easy-read" },
  "/[panel]/join": { needs: "join.apply", at: "/{panel}/join" },
  "/[panel]/join/about-you": { needs: "join.apply", at: "/{panel}/join/about-you" },
  "/[panel]/join/check": { needs: "join.apply", at: "/{panel}/join/check" },
  "/[panel]/join/choices": { needs: "join.apply", at: "/{panel}/join/choices" },
  "/[panel]/join/details": { needs: "join.apply", at: "/{panel}/join/details" },
  "/[panel]/join/done": { needs: "join.apply", at: "/{panel}/join/done" },
  "/[panel]/join/equality": { needs: "join.apply", at: "/{panel}/join/equality" },
  "/[panel]/sign-in": { needs: "signIn.request", at: "/{panel}/sign-in" },
  "/[panel]/sign-in/code": { needs: "signIn.request", at: "/{panel}/sign-in/code", answers: "signIn" },
  "/sign-in": "signIn.request",
  // Names are shown only to a browser that has just given the right code.
  "/sign-in/who": { needs: "signIn.request", answers: "signIn" },
  "/staff/sign-in": "signIn.request",
  "/staff/sign-in/code": { needs: "signIn.request", answers: "signIn" },
  "/signed-out": "public",
  "/fault": "public",
  "/brand/[accent]": { needs: "public", at: "/brand/8f3a11" },
  "/icon.svg": "public",
  "/_not-found": { needs: "public", answers: "absent" },
  "/_global-error": { needs: "public", answers: "status 500" },
};

/** The gallery of components is built, and answers only where APP_ENV or DEMO_GALLERY opens it. */
export const gallery = [
  "/design",
  "/design/[sheet]",
  "/design/fault",
  "/design/frame/[area]",
  "/design/mail-frame",
] as const;

const machines: Rows = {
  "/api/auth/[...nextauth]": { needs: "public", at: "/api/auth/session" },
  "/api/auth/oidc": { needs: "public", answers: "status 405" },
  "/api/auth/sign-out": { needs: "public", answers: "status 405" },
  "/api/health": "public",
  // Open to whoever holds the operator's token, which is nobody in this table.
  "/api/metrics": { needs: "public", answers: "status 401" },
  "/api/unsubscribe/[token]": {
    needs: "link:unsubscribe",
    at: "/api/unsubscribe/{token}",
    answers: "sent to /preferences/{token}",
  },
};

const links: Rows = {
  "/confirm/[token]": { needs: "link:confirm", at: "/confirm/{token}" },
  "/sign-in/link/[token]": { needs: "link:signIn", at: "/sign-in/link/{token}" },
  "/new-address/[token]": { needs: "link:newAddress", at: "/new-address/{token}" },
  "/new-address/[token]/done": { needs: "link:newAddress", at: "/new-address/{token}/done" },
  "/invitation/[token]": { needs: "link:invitation", at: "/invitation/{token}" },
  "/invitation/[token]/saved": { needs: "link:invitation", at: "/invitation/{token}/saved" },
  "/invitation/[token]/thanks": {
    needs: "link:invitation",
    about: "survey",
    at: "/invitation/{token}/thanks",
  },
  "/invitation/[token]/calendar.ics": { needs: "link:invitation", at: "/invitation/{token}/calendar.ics" },
  "/preferences/[token]": { needs: "link:preferences", at: "/preferences/{token}" },
  "/preferences/[token]/leave": { needs: "link:preferences", at: "/preferences/{token}/leave" },
  "/preferences/[token]/leave/done": { needs: "link:preferences", at: "/preferences/{token}/leave/done" },
  "/preferences/[token]/pause": { needs: "link:preferences", at: "/preferences/{token}/pause" },
  "/preferences/[token]/pause/done": { needs: "link:preferences", at: "/preferences/{token}/pause/done" },
  "/preferences/[token]/saved": {
    needs: "link:preferences",
    at: "/preferences/{token}/saved?purpose=research&did=same",
  },
};

const own: Rows = {
  "/my": "dashboard.view",
  "/my/choices": "choices.change",
  "/my/choices/saved": { needs: "choices.change", at: "/my/choices/saved?purpose=research&did=same" },
  "/my/data": "dashboard.view",
  "/my/details": "details.change",
  "/my/details/about": "details.change",
  "/my/details/address": "details.change",
  "/my/details/email": "details.change",
  "/my/details/name": "details.change",
  "/my/details/phone": "details.change",
  "/my/history": "dashboard.view",
  "/my/invitations": "invitation.answer",
  "/my/invitations/[invitationId]": { needs: "invitation.answer", at: "/my/invitations/{invitation}" },
  "/my/invitations/[invitationId]/saved": {
    needs: "invitation.answer",
    at: "/my/invitations/{invitation}/saved",
  },
  "/my/invitations/[invitationId]/calendar.ics": {
    needs: "invitation.answer",
    at: "/my/invitations/{invitation}/calendar.ics",
  },
  "/my/leave": "membership.leave",
  "/my/leave/done": "dashboard.view",
  "/my/pause": "membership.pause",
  "/my/pause/done": "membership.pause",
  "/my/what-changed": "dashboard.view",
  "/my/why": "dashboard.view",
  "/my/surveys/[activityId]": { needs: "survey.answer", at: "/my/surveys/{mySurvey}" },
  "/my/surveys/[activityId]/thanks": { needs: "survey.answer", at: "/my/surveys/{mySurvey}/thanks" },
};

function staffRow(needs: Need, rest: string): Row {
  return { needs, at: `/staff/{panel}${rest}` };
}

const engagement: Rows = {
  "/staff": "staff",
  "/staff/[panel]": staffRow("activity.view", ""),
  "/staff/[panel]/activities": staffRow("activity.view", "/activities"),
  "/staff/[panel]/activities/new": staffRow("activity.create", "/activities/new"),
  "/staff/[panel]/activities/[id]": staffRow("activity.view", "/activities/{activity}"),
  "/staff/[panel]/activities/[id]/attendance": staffRow(
    "attendance.mark",
    "/activities/{activity}/attendance",
  ),
  "/staff/[panel]/activities/[id]/edit": staffRow("activity.change", "/activities/{activity}/edit"),
  "/staff/[panel]/activities/[id]/close": staffRow("activity.change", "/activities/{activity}/close"),
  "/staff/[panel]/activities/[id]/cancel": staffRow("activity.change", "/activities/{activity}/cancel"),
  "/staff/[panel]/activities/[id]/cancel/check": staffRow(
    "activity.change",
    "/activities/{activity}/cancel/check?reason=Flooded",
  ),
  "/staff/[panel]/activities/[id]/tell": staffRow("mailing.send", "/activities/{activity}/tell"),
  "/staff/[panel]/activities/[id]/audience": staffRow("mailing.send", "/activities/{activity}/audience"),
  "/staff/[panel]/activities/[id]/audience/left-out": staffRow(
    "mailing.send",
    "/activities/{activity}/audience/left-out?reason=member.left",
  ),
  "/staff/[panel]/activities/[id]/preview": staffRow("mailing.send", "/activities/{activity}/preview"),
  "/staff/[panel]/activities/[id]/preview/mail-frame": staffRow(
    "mailing.send",
    "/activities/{activity}/preview/mail-frame",
  ),
  "/staff/[panel]/activities/[id]/reminder": staffRow("mailing.send", "/activities/{activity}/reminder"),
  "/staff/[panel]/mailings": staffRow("mailing.view", "/mailings"),
  "/staff/[panel]/mailings/[id]": staffRow("mailing.view", "/mailings/{mailing}"),
  "/staff/[panel]/mailings/[id]/stop": staffRow("mailing.send", "/mailings/{mailing}/stop"),
  "/staff/[panel]/mailings/[id]/left-out": staffRow(
    "mailing.view",
    "/mailings/{mailing}/left-out?reason=member.left",
  ),
  "/staff/[panel]/members": staffRow("member.list", "/members"),
  "/staff/[panel]/members/[reference]": staffRow("member.view", "/members/{reference}"),
  "/staff/[panel]/members/[reference]/why": staffRow("member.view", "/members/{reference}/why"),
  "/staff/[panel]/members/[reference]/why/[purpose]/[channel]": staffRow(
    "member.view",
    "/members/{reference}/why/research/email",
  ),
  "/staff/[panel]/members/[reference]/told": staffRow("decision.record", "/members/{reference}/told"),
  "/staff/[panel]/applications": staffRow("application.view", "/applications"),
  // People join this panel at any time: nobody applied to it, and a member has no application.
  "/staff/[panel]/applications/[reference]": {
    ...staffRow("application.view", "/applications/{reference}"),
    answers: "absent",
  },
  "/staff/[panel]/applications/[reference]/[decision]": {
    ...staffRow("application.decide", "/applications/{reference}/accept"),
    answers: "absent",
  },
  "/staff/[panel]/surveys": staffRow("activity.view", "/surveys"),
  "/staff/[panel]/surveys/new": staffRow("activity.create", "/surveys/new"),
  "/staff/[panel]/surveys/[id]": staffRow("surveyResult.view", "/surveys/{survey}"),
  "/staff/[panel]/surveys/[id]/questions": staffRow("activity.create", "/surveys/{draft}/questions"),
  "/staff/[panel]/surveys/[id]/questions/[type]": staffRow(
    "activity.create",
    "/surveys/{draft}/questions/rating",
  ),
};

const protection: Rows = {
  "/dpo/[panel]": { needs: "trail.read", at: "/dpo/{panel}" },
  "/dpo/[panel]/trail": { needs: "trail.read", at: "/dpo/{panel}/trail" },
  "/dpo/[panel]/trail/[seq]": { needs: "trail.read", at: "/dpo/{panel}/trail/{seq}" },
  "/dpo/[panel]/members/[reference]": {
    needs: "consentHistory.read",
    at: "/dpo/{panel}/members/{reference}",
  },
  "/dpo/[panel]/members/[reference]/why": {
    needs: "consentHistory.read",
    at: "/dpo/{panel}/members/{reference}/why",
  },
  "/dpo/[panel]/members/[reference]/why/[purpose]/[channel]": {
    needs: "consentHistory.read",
    at: "/dpo/{panel}/members/{reference}/why/research/email",
  },
  "/dpo/[panel]/decisions-import": { needs: "decision.import", at: "/dpo/{panel}/decisions-import" },
  "/dpo/[panel]/decisions-import/check/[id]": {
    needs: "decision.import",
    at: "/dpo/{panel}/decisions-import/check/00000000-0000-4000-8000-000000000000",
    answers: "absent",
  },
  "/dpo/[panel]/decisions-import/check/[id]/problems.csv": {
    needs: "decision.import",
    at: "/dpo/{panel}/decisions-import/check/00000000-0000-4000-8000-000000000000/problems.csv",
    answers: "absent",
  },
  "/dpo/[panel]/retention": { needs: "retention.read", at: "/dpo/{panel}/retention" },
  "/dpo/[panel]/notices": { needs: "notice.view", at: "/dpo/{panel}/notices" },
  "/dpo/[panel]/notices/shown": { needs: "notice.view", at: "/dpo/{panel}/notices/shown" },
  "/dpo/[panel]/notices/not-shown": { needs: "notice.view", at: "/dpo/{panel}/notices/not-shown" },
  "/dpo/[panel]/notices/[version]": { needs: "notice.view", at: "/dpo/{panel}/notices/1" },
  "/dpo/[panel]/notices/[version]/[edition]": { needs: "notice.publish", at: "/dpo/{panel}/notices/1/so" },
  // Nothing is being written, and nothing was exported by who asks: there is no such page for anyone.
  "/dpo/[panel]/notices/[version]/[edition]/preview": {
    needs: "notice.publish",
    at: "/dpo/{panel}/notices/1/so/preview",
    answers: "absent",
  },
  "/dpo/[panel]/notices/exported/[seq]": {
    needs: "notice.export",
    at: "/dpo/{panel}/notices/exported/1",
    answers: "absent",
  },
  "/dpo/[panel]/notices/exported/[seq]/list.csv": {
    needs: "notice.export",
    at: "/dpo/{panel}/notices/exported/1/list.csv",
    answers: "absent",
  },
  "/dpo/[panel]/record": { needs: "record.view", at: "/dpo/{panel}/record" },
  "/dpo/[panel]/record/record.csv": { needs: "record.view", at: "/dpo/{panel}/record/record.csv" },
  "/dpo/[panel]/record/record.pdf": { needs: "record.view", at: "/dpo/{panel}/record/record.pdf" },
  "/dpo/[panel]/accountability": { needs: "accountability.view", at: "/dpo/{panel}/accountability" },
  "/dpo/[panel]/accountability/[key]": {
    needs: "accountability.view",
    at: "/dpo/{panel}/accountability/dpia-panel",
  },
  "/dpo/[panel]/accountability/[key]/[number]": {
    needs: "accountability.view",
    at: "/dpo/{panel}/accountability/dpia-panel/999",
    answers: "absent",
  },
  "/dpo/[panel]/accountability/[key]/review": {
    needs: "accountability.review",
    at: "/dpo/{panel}/accountability/dpia-panel/review",
  },
  "/dpo/[panel]/verify": { needs: "trail.verify", at: "/dpo/{panel}/verify" },
  "/dpo/[panel]/suppressions": { needs: "suppression.read", at: "/dpo/{panel}/suppressions" },
  "/dpo/[panel]/suppressions/add": { needs: "suppression.add", at: "/dpo/{panel}/suppressions/add" },
  "/dpo/[panel]/suppressions/list": { needs: "suppression.add", at: "/dpo/{panel}/suppressions/list" },
  // Nothing waits to be confirmed, and nobody took the numbers out: there is no such page for anyone.
  "/dpo/[panel]/suppressions/check/[id]": {
    needs: "suppression.add",
    at: "/dpo/{panel}/suppressions/check/{activity}",
    answers: "absent",
  },
  "/dpo/[panel]/telephone-screening": { needs: "screening.view", at: "/dpo/{panel}/telephone-screening" },
  "/dpo/[panel]/telephone-screening/upload": {
    needs: "screening.upload",
    at: "/dpo/{panel}/telephone-screening/upload",
  },
  "/dpo/[panel]/telephone-screening/check/[id]": {
    needs: "screening.upload",
    at: "/dpo/{panel}/telephone-screening/check/{activity}",
    answers: "absent",
  },
  "/dpo/[panel]/telephone-screening/numbers": {
    needs: "screening.export",
    at: "/dpo/{panel}/telephone-screening/numbers",
  },
  "/dpo/[panel]/telephone-screening/numbers/[seq]": {
    needs: "screening.export",
    at: "/dpo/{panel}/telephone-screening/numbers/1",
    answers: "absent",
  },
  "/dpo/[panel]/telephone-screening/numbers/[seq]/numbers.csv": {
    needs: "screening.export",
    at: "/dpo/{panel}/telephone-screening/numbers/1/numbers.csv",
    answers: "absent",
  },
};

function policyRow(needs: Need, rest: string): Row {
  return { needs, at: `/dpo/{panel}/policy${rest}` };
}

// Without a draft, and while somebody decides on it, the forms lead to the draft's own page.
const policies: Rows = {
  "/dpo/[panel]/policy": policyRow("policy.view", ""),
  "/dpo/[panel]/policy/draft": policyRow("policy.view", "/draft"),
  "/dpo/[panel]/policy/draft/changes": policyRow("policy.view", "/draft/changes"),
  "/dpo/[panel]/policy/draft/discard": policyRow("policy.edit", "/draft/discard"),
  "/dpo/[panel]/policy/draft/document": policyRow("policy.edit", "/draft/document"),
  "/dpo/[panel]/policy/draft/[part]/[id]": policyRow("policy.edit", "/draft/purposes/research"),
  "/dpo/[panel]/policy/draft/[part]/[id]/remove": policyRow("policy.edit", "/draft/purposes/research/remove"),
  "/dpo/[panel]/policy/history": policyRow("policy.view", "/history"),
  "/dpo/[panel]/policy/history/[number]": policyRow("policy.view", "/history/1"),
  "/dpo/[panel]/policy/told": policyRow("policy.view", "/told"),
};

/** Every route of the product but the gallery's, and what it needs. A route that is not here fails the test. */
export const routes: readonly (Row & { readonly route: string; readonly at: string })[] = Object.entries({
  ...open,
  ...machines,
  ...links,
  ...own,
  ...engagement,
  ...protection,
  ...policies,
}).map(([route, row]) => ({ route, at: route, ...(typeof row === "string" ? { needs: row } : row) }));
