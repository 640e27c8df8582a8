import { londonDate } from "@/lib/clock";
import { extensionRefusal } from "@/lib/policy/request/asking";
import type { CivilDate } from "@/lib/policy/vocabulary";
import { refuse, type Result } from "@/lib/result";
import type { Ctx } from "../context";
import { happenedOn } from "./happened-on";
import { keepHappening } from "./keep-happening";
import { clockOn, lockRequest, type OnRequest } from "./locked-request";
import { reachable } from "./request-mail";

export type ExtensionToGive = OnRequest & {
  /** Why more time is needed, in words for the person and without personal data. */
  readonly reason: string;
  /** The day on which its notice went out by letter, or was given otherwise; null: it goes by mail now. */
  readonly on: CivilDate | null;
};

/**
 * Takes two months more for a request that is complex or one of many. The notice makes it so: it goes out inside the first
 * month, with the reasons, or nothing is extended (UK GDPR 12A(3)-(4); law.md RR-5).
 */
export async function extendRequest(ctx: Ctx, extension: ExtensionToGive): Promise<Result<null>> {
  const { panel, reason } = extension;
  const locked = await lockRequest(ctx, extension, "rightsRequest.answer");
  if (!locked.ok) return locked;
  const request = locked.value;
  const on = happenedOn(ctx, request, extension.on);
  if (!on.ok) return on;
  const refusal = extensionRefusal(clockOn(panel, request, londonDate(ctx.at)), on.value);
  if (refusal !== null) return refuse(`rightsRequest.${refusal}`);
  const byMail = extension.on === null;
  if (byMail && !(await reachable(ctx, panel, request))) return refuse("rightsRequest.noAddress");
  const template = byMail ? "request-extended" : null;
  return keepHappening(ctx, panel, request, { kind: "extended", on: on.value, reason, template });
}
