// Who may do what. One table for every page, route and action; a test walks all of them against every actor.
// Two kinds of grounds: what everyone or every member may do for themselves, and what a role on a panel allows.

import type { StaffRole } from "./vocabulary";

/** Who is acting. A link actor holds a signed link from a mail and may do only what its scope says. */
export type Actor =
  | { readonly kind: "anonymous" }
  | {
      readonly kind: "member";
      readonly organisationId: string;
      readonly panelId: string;
      readonly memberId: string;
    }
  | {
      readonly kind: "staff";
      readonly organisationId: string;
      readonly staffId: string;
      readonly grants: readonly RoleOnPanel[];
    }
  | {
      readonly kind: "link";
      readonly organisationId: string;
      readonly panelId: string;
      readonly memberId: string;
      readonly scope: LinkScope;
    }
  | { readonly kind: "system"; readonly name: string };

export type RoleOnPanel = { readonly panelId: string; readonly role: StaffRole };

export type LinkScope = "newAddress" | "invitation" | "preferences" | "unsubscribe";

type Ground = "anyone" | "member" | `link:${LinkScope}` | StaffRole;

/** Everything that can be done, and the grounds on which it may be. Unlisted is refused. */
export const permissions = {
  "panel.view": ["anyone"],
  "join.apply": ["anyone"],
  "signIn.request": ["anyone"],
  "receipt.check": ["anyone"],
  "dashboard.view": ["member"],
  "choices.change": ["member", "link:preferences", "link:unsubscribe"],
  "membership.pause": ["member", "link:preferences"],
  "membership.leave": ["member", "link:preferences"],
  "details.change": ["member"],
  "rightsRequest.ask": ["member"],
  "newAddress.confirm": ["link:newAddress"],
  "invitation.answer": ["member", "link:invitation"],
  "survey.answer": ["member", "link:invitation"],
  "member.list": ["engagement", "dpo", "admin", "auditor"],
  "member.view": ["engagement", "dpo", "admin", "auditor"],
  "application.view": ["engagement", "dpo", "admin", "auditor"],
  // A person decides, and says why (law.md LB-11).
  "application.decide": ["engagement", "admin"],
  "activity.view": ["engagement", "dpo", "admin", "auditor"],
  "activity.create": ["engagement", "admin"],
  "activity.change": ["engagement", "admin"],
  "mailing.send": ["engagement", "admin"],
  "mailing.view": ["engagement", "dpo", "admin", "auditor"],
  "attendance.mark": ["engagement", "admin"],
  "adjustment.view": ["engagement"],
  "surveyResult.view": ["engagement", "dpo", "admin", "auditor"],
  "decision.record": ["engagement", "dpo", "admin"],
  "decision.import": ["dpo", "admin"],
  "trail.read": ["dpo", "auditor"],
  "trail.verify": ["dpo", "auditor"],
  // Evidence, named by references: who checks us takes it with them (law.md AC-1). The reason becomes an entry.
  "trail.export": ["dpo", "auditor"],
  "hold.release": ["dpo"],
  "evidence.pack": ["dpo", "auditor"],
  "trailView.save": ["dpo", "auditor"],
  // What is sealed in an entry names people: an auditor reads the trail without it.
  "sealed.read": ["dpo"],
  "checkpoint.view": ["dpo", "auditor"],
  // Who decides where the proof of our own honesty goes is not who could have reason to change the record.
  "checkpointRecipient.change": ["dpo"],
  "consentHistory.read": ["dpo", "auditor"],
  "member.erase": ["dpo"],
  "retention.read": ["dpo", "admin", "auditor"],
  // Two people: who begins a disposal run is not who approves it.
  "disposal.begin": ["dpo", "admin"],
  "disposal.approve": ["dpo", "admin"],
  // What keeps details past their day (lib/policy/legal-hold.ts). Two people end it: where there is one officer, an
  // administrator agrees.
  "legalHold.view": ["dpo", "admin", "auditor"],
  "legalHold.place": ["dpo"],
  "legalHold.release": ["dpo", "admin"],
  "policy.view": ["engagement", "dpo", "admin", "auditor"],
  "policy.edit": ["dpo", "admin"],
  "policy.approve": ["dpo", "admin"],
  "notice.view": ["dpo", "admin", "auditor"],
  "notice.publish": ["dpo", "admin"],
  "notice.export": ["dpo", "admin"],
  "record.view": ["dpo", "admin", "auditor"],
  // Who runs campaigns never reads who must not be written to: the gate tells them a number, not a list (law.md RT-3).
  "suppression.read": ["dpo", "auditor"],
  "suppression.add": ["dpo"],
  "screening.view": ["dpo", "admin", "auditor"],
  "screening.upload": ["dpo", "admin"],
  "screening.export": ["dpo", "admin"],
  // What ends messages may be noted by whoever is told; what may open some only by the data protection officer.
  "member.mark": ["engagement", "dpo", "admin"],
  "line.mark": ["dpo"],
  "objection.decide": ["dpo"],
  "restriction.decide": ["dpo"],
  // Any staff may be asked, in any words (law.md RR-1); one answers.
  "rightsRequest.receive": ["engagement", "dpo", "admin"],
  "rightsRequest.view": ["dpo", "auditor"],
  "rightsRequest.answer": ["dpo"],
  "accountability.view": ["dpo", "admin", "auditor"],
  "accountability.review": ["dpo", "admin"],
} as const satisfies Record<string, readonly Ground[]>;

export type Verb = keyof typeof permissions;

/**
 * Whether the actor may do this on this panel. `panelId` is the panel concerned; null only for what belongs to
 * no panel. A member and a link act on their own panel; a role counts only on the panel it was granted for.
 */
export function may(actor: Actor, verb: Verb, panelId: string | null): boolean {
  const grounds: readonly Ground[] = permissions[verb];
  if (grounds.includes("anyone")) return true;
  switch (actor.kind) {
    case "anonymous":
      return false;
    case "member":
      return grounds.includes("member") && panelId === actor.panelId;
    case "link":
      return grounds.includes(`link:${actor.scope}`) && panelId === actor.panelId;
    case "staff":
      return actor.grants.some((grant) => grant.panelId === panelId && grounds.includes(grant.role));
    case "system":
      return false;
  }
}
