import type { Actor } from "@/lib/policy/permission";
import { kindOf, type EventType } from "./catalogue";

/** Who acted, as an entry names them: never a name, an address or a member id. */
export type Acting = {
  readonly actorKind: "member" | "staff" | "dpo" | "link" | "system";
  readonly actorRef: string;
};

/**
 * How an actor appears in an entry. A member is their random reference (`memberRef`), staff their id, a signed link
 * its scope. Someone not signed in can act only with a one-time code or link from a mail, so that is what is named.
 * @throws Error when a member acts and `memberRef` is null.
 */
export function actingAs(
  actor: Actor,
  event: { readonly eventType: EventType; readonly panelId: string | null },
  memberRef: string | null,
): Acting {
  switch (actor.kind) {
    case "member":
      if (memberRef === null) throw new Error("The acting member does not exist");
      return { actorKind: "member", actorRef: memberRef };
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
