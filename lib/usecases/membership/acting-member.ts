import type { CaptureMethod } from "@/lib/policy/vocabulary";
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

/** The random name of the acting member in the ledger, with their row locked until the transaction ends. */
export async function lockActingMember(ctx: Ctx): Promise<string> {
  const { organisationId, memberId } = actingMember(ctx);
  const rows = await ctx.tx.$queryRaw<{ subject_ref: string }[]>`
    select subject_ref::text from member
    where organisation_id = ${organisationId}::uuid and id = ${memberId}::uuid for no key update`;
  const [row] = rows;
  if (row === undefined) throw new Error("The acting member does not exist");
  return row.subject_ref;
}
