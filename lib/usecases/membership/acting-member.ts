import type { CaptureMethod, MemberState } from "@/lib/policy/vocabulary";
import type { Ctx } from "../context";

/** The member a use-case acts for: themselves, by session or by a signed link. */
export type ActingMember = {
  readonly organisationId: string;
  readonly panelId: string;
  readonly memberId: string;
  /** How the act reached us, for the evidence. */
  readonly method: Extract<CaptureMethod, "web" | "link">;
};

/**
 * The member who acts. Ids in a form never say whose data it is about: this does.
 * @throws Error for any other actor; the door (`formAction`) lets none through.
 */
export function actingMember(ctx: Ctx): ActingMember {
  const { actor } = ctx;
  if (actor.kind !== "member" && actor.kind !== "link") throw new Error("Only a member acts here");
  const { organisationId, panelId, memberId } = actor;
  return { organisationId, panelId, memberId, method: actor.kind === "member" ? "web" : "link" };
}

/** What every act of a member needs to know about them first. */
export type LockedMember = {
  /** Their random name in the ledger. */
  readonly subjectRef: string;
  readonly state: MemberState;
};

/** The acting member's row, locked until the transaction ends. */
export async function lockActingMember(ctx: Ctx): Promise<LockedMember> {
  const { organisationId, memberId } = actingMember(ctx);
  const rows = await ctx.tx.$queryRaw<LockedMember[]>`
    select subject_ref::text as "subjectRef", state::text as state from member
    where organisation_id = ${organisationId}::uuid and id = ${memberId}::uuid for no key update`;
  const [row] = rows;
  if (row === undefined) throw new Error("The acting member does not exist");
  return row;
}
