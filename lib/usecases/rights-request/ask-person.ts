import { askRefusal, mayCharge } from "@/lib/policy/request/asking";
import { asked, type Asked } from "@/lib/policy/request/request";
import type { CivilDate } from "@/lib/policy/vocabulary";
import { refuse, refuseFields, type Result } from "@/lib/result";
import type { Ctx } from "../context";
import { happenedOn } from "./happened-on";
import { keepHappening } from "./keep-happening";
import { clockOn, lockRequest, type OnRequest } from "./locked-request";
import { reachable } from "./request-mail";

export type QuestionToAsk = OnRequest & {
  readonly what: Asked;
  /** The question, or why it is asked, in words for the person and without personal data. */
  readonly reason: string;
  /** Why a fee is asked; null for everything else. */
  readonly feeGround: string | null;
  /** The day on which they were asked by letter, by phone or in person; null: they are asked by mail now. */
  readonly on: CivilDate | null;
};

/**
 * Asks who made a request to say who they are or in whose name they act, to pay, or to say more exactly what they mean: the
 * clock stops until they answer (UK GDPR 12(5)-(6), 12A; law.md RR-3, RR-4, RR-6). Refuses what may not be asked.
 */
export async function askPerson(ctx: Ctx, question: QuestionToAsk): Promise<Result<null>> {
  const { panel, what, reason, feeGround } = question;
  const locked = await lockRequest(ctx, question, "rightsRequest.answer");
  if (!locked.ok) return locked;
  const request = locked.value;
  const on = happenedOn(ctx, request, question.on);
  if (!on.ok) return on;
  const refusal = askRefusal(what, { ...request, clock: clockOn(panel, request, on.value) });
  if (refusal !== null) return refuse(`rightsRequest.${refusal}`);
  if (what === "fee" && !mayCharge(request.kind, feeGround ?? ""))
    return refuseFields({ feeGround: [{ code: "rightsRequest.feeGround.missing" }] });
  const byMail = question.on === null;
  if (byMail && !(await reachable(ctx, panel, request))) return refuse("rightsRequest.noAddress");
  return keepHappening(ctx, panel, request, {
    ...{ kind: asked[what][0], on: on.value, reason, template: byMail ? "request-asked" : null },
    reasonCode: what === "fee" ? (feeGround ?? undefined) : undefined,
  });
}
