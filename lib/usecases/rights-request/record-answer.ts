import { asked, type Asked } from "@/lib/policy/request/request";
import type { CivilDate } from "@/lib/policy/vocabulary";
import { refuse, refuseFields, type Result } from "@/lib/result";
import type { Ctx } from "../context";
import { happenedOn } from "./happened-on";
import { keepHappening } from "./keep-happening";
import { clockOn, lockRequest, type OnRequest } from "./locked-request";

export type AnswerToRecord = OnRequest & {
  readonly what: Asked;
  /** The day on which the answer reached anybody here (civil, Europe/London). */
  readonly on: CivilDate;
};

/** Records that what was asked of the person is here: the clock goes on, or begins anew (law.md RR-3, RR-4). */
export async function recordAnswer(ctx: Ctx, answer: AnswerToRecord): Promise<Result<null>> {
  const { panel, what } = answer;
  const locked = await lockRequest(ctx, answer, "rightsRequest.answer");
  if (!locked.ok) return locked;
  const request = locked.value;
  const on = happenedOn(ctx, request, answer.on);
  if (!on.ok) return on;
  const [ask, received] = asked[what];
  if (!clockOn(panel, request, on.value).waitsFor.includes(what)) return refuse("rightsRequest.notAsked");
  const askedOn = request.happenings.findLast(({ kind }) => kind === ask)?.on ?? on.value;
  if (on.value < askedOn) return refuseFields({ on: [{ code: "rightsRequest.on.beforeAsking" }] });
  const answered = { kind: received, on: on.value, reason: null, template: null };
  return keepHappening(ctx, panel, request, answered);
}
