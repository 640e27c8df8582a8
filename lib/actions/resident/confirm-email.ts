import { readLinkActor } from "@/lib/auth/link-actor";
import { ok, refuse, type Result } from "@/lib/result";
import { confirmNewEmail } from "@/lib/usecases/membership/confirm-new-email";
import { runUseCase } from "@/lib/usecases/run";
import type { Call, Outcome } from "../form-action";

/** The press on the page that a new address was sent. */
export async function saveConfirmedEmail({ actor, panel }: Call, token: string): Promise<Result<Outcome>> {
  const held = await readLinkActor("newAddress", token);
  const contactPointId = held?.about[0];
  if (contactPointId === undefined) return refuse("form.linkEnded");
  const confirmed = await runUseCase(confirmNewEmail, actor, { panel, contactPointId });
  return confirmed.ok ? ok({ redirectTo: `/new-address/${token}/done` }) : confirmed;
}
