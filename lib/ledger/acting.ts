import type { Actor } from "@/lib/policy/permission";
import { kindOf, type EventType } from "./catalogue";

/** Who acted, as an entry names them: never a name, an address or a member id. */
export type Acting = {
  readonly actorKind: "member" | "staff" | "dpo" | "link" | "system";
  /** Null for a member: the database knows their random reference. */
  readonly actorRef: string | null;
};

/**
 * How an actor appears in an entry. A member is their random reference, staff their id, a signed link its scope.
 * Someone not signed in can act only with a one-time code or link from a mail, so that is what is named.
 */
export function actingAs(
  actor: Actor,
  event: { readonly eventType: EventType; readonly panelId: string | null },
): Acting {
  switch (actor.kind) {
    case "member":
      return { actorKind: "member", actorRef: null };
    case "staff":
      return { actorKind: worksAsDpo(actor, event) ? "dpo" : "staff", actorRef: actor.staffId };
    case "link":
      return { actorKind: "link", actorRef: `link:${actor.scope}` };
    case "anonymous":
      return { actorKind: "link", actorRef: "link:oneTime" };
    case "system":
      return { actorKind: "system", actorRef: actor.name };
  }
}

function worksAsDpo(
  actor: Extract<Actor, { kind: "staff" }>,
  event: { readonly eventType: EventType; readonly panelId: string | null },
): boolean {
  if (kindOf(event.eventType).dpoWork !== true) return false;
  return actor.grants.some((grant) => grant.role === "dpo" && grant.panelId === event.panelId);
}
