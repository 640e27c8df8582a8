import type { LinkScope, Verb } from "@/lib/policy/permission";
import type { Decision } from "./ask";
import { policyRoutes } from "./policy-routes";
import { protectionRoutes } from "./protection-routes";
import { staffRoutes } from "./staff-routes";

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

export type Rows = Readonly<Record<string, Need | Row>>;

const open: Rows = {
  "/": "public",
  "/[panel]": { needs: "public", at: "/{panel}" },
  "/[panel]/accessibility": { needs: "public", at: "/{panel}/accessibility" },
  "/[panel]/checkpoints": { needs: "public", at: "/{panel}/checkpoints" },
  "/[panel]/checkpoints/[place]": { needs: "public", at: "/{panel}/checkpoints/1-0", answers: "absent" },
  "/[panel]/checkpoints/newest": { needs: "public", at: "/{panel}/checkpoints/newest" },
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
  "/verify": "receipt.check",
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
  "/my/details/format": "details.change",
  "/my/details/phone": "details.change",
  "/my/history": "dashboard.view",
  // The first entry of a ledger is no member's own.
  "/my/history/proof/[seq]": { needs: "dashboard.view", at: "/my/history/proof/1", answers: "absent" },
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
  "/my/requests": "rightsRequest.ask",
  "/my/requests/ask/[kind]": { needs: "rightsRequest.ask", at: "/my/requests/ask/access" },
  // Nobody made a request of this id.
  "/my/requests/[id]": {
    needs: "rightsRequest.ask",
    at: "/my/requests/00000000-0000-4000-8000-000000000000",
    answers: "absent",
  },
  "/my/what-changed": "dashboard.view",
  "/my/why": "dashboard.view",
  "/my/surveys/[activityId]": { needs: "survey.answer", at: "/my/surveys/{mySurvey}" },
  "/my/surveys/[activityId]/thanks": { needs: "survey.answer", at: "/my/surveys/{mySurvey}/thanks" },
};

/** Every route of the product but the gallery's, and what it needs. A route that is not here fails the test. */
export const routes: readonly (Row & { readonly route: string; readonly at: string })[] = Object.entries({
  ...open,
  ...machines,
  ...links,
  ...own,
  ...staffRoutes,
  ...protectionRoutes,
  ...policyRoutes,
}).map(([route, row]) => ({ route, at: route, ...(typeof row === "string" ? { needs: row } : row) }));
