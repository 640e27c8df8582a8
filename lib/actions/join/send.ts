import { hashAddress } from "@/lib/auth/secrets";
import { placeOfRequest, withinLimit } from "@/lib/auth/rate-limit";
import { ok, refuse, type Result } from "@/lib/result";
import { reopenJoin } from "@/lib/usecases/join/reopen-join";
import { submitJoin } from "@/lib/usecases/join/submit-join";
import { runUseCase } from "@/lib/usecases/run";
import type { Call, Outcome } from "../form-action";
import { draftKeyOfBrowser, draftOfBrowser, someone } from "./draft-of-browser";

/** Whether one more mail may go to this address now, asked for from this place. The same for known and unknown. */
async function mayMail(address: string): Promise<boolean> {
  const counted = await Promise.all([
    withinLimit("joinAddress", hashAddress(address)),
    withinLimit("joinPlace", await placeOfRequest()),
    withinLimit("joinEverywhere", "all"),
  ]);
  return counted.every(Boolean);
}

/** Sends the draft off and asks by mail whether it was them. */
export async function send({ panel }: Call): Promise<Result<Outcome>> {
  const open = await draftOfBrowser(panel);
  if (open === null) return refuse("join.draftEnded");
  const { details } = open.draft.answers;
  const done = { redirectTo: `/${panel.slug}/join/done` };
  if (open.draft.submittedAt !== null) return ok(done);
  if (details !== undefined && !(await mayMail(details.email))) return refuse("join.tooMany");
  const sent = await runUseCase(submitJoin, someone, open.key);
  return sent.ok ? ok(done) : sent;
}

/** Takes a sent draft back to put the address right. */
export async function takeBack({ panel }: Call): Promise<Result<Outcome>> {
  const key = await draftKeyOfBrowser(panel);
  if (key === null) return refuse("join.draftEnded");
  const reopened = await runUseCase(reopenJoin, someone, key);
  return reopened.ok ? ok({ redirectTo: `/${panel.slug}/join/details?change=1` }) : reopened;
}
