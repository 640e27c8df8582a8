import { now } from "@/lib/clock";
import { getJoinLink } from "@/lib/queries/join/get-join-link";
import { ok, refuse, type Result } from "@/lib/result";
import { confirmJoin } from "@/lib/usecases/join/confirm-join";
import { runUseCase } from "@/lib/usecases/run";
import type { Outcome } from "../form-action";
import { someone } from "./draft-of-browser";

/** The press behind the link in the mail. The link says which panel and request; nothing else in the form counts. */
export async function confirm(token: string): Promise<Result<Outcome>> {
  const link = await getJoinLink(token, now());
  if (link === null) return refuse("join.linkEnded");
  const { panel, joinRequestId } = link;
  const confirmed = await runUseCase(confirmJoin, someone, { panel, joinRequestId });
  if (!confirmed.ok) return confirmed;
  const already = confirmed.value.outcome === "already" ? "?already=1" : "";
  return ok({ redirectTo: `/confirm/${token}${already}` });
}
