import { readAskedHere } from "@/lib/auth/sign-in-cookie";
import { readSignInLink } from "@/lib/auth/sign-in-link";
import { now } from "@/lib/clock";
import { ok, refuse, refuseFields, type Result } from "@/lib/result";
import { runUseCase } from "@/lib/usecases/run";
import { choosePerson } from "@/lib/usecases/sign-in/choose-person";
import type { Outcome } from "../form-action";
import { enter, freshOpening, tryCode } from "./enter";

/** The code, typed in the browser that asked for it. */
export async function tryTypedCode(code: string): Promise<Result<Outcome>> {
  const asked = await readAskedHere();
  return asked === null ? refuse("signIn.ended") : tryCode({ ...asked, code, method: "code" });
}

/**
 * The press on the page behind the link. In the browser that asked, the link brings the code; in any other, and for
 * programs that open links and press buttons, the code must be typed.
 */
export async function tryLink(token: string, typed: string | undefined): Promise<Result<Outcome>> {
  const link = readSignInLink(token, now());
  if (link === null) return refuse("signIn.ended");
  const asked = await readAskedHere();
  if (asked?.requestId === link.requestId) {
    return tryCode({ ...asked, code: typed ?? link.code, method: "link" });
  }
  if (typed === undefined) return refuseFields({ code: [{ code: "signIn.code.missing" }] });
  return tryCode({ requestId: link.requestId, code: typed, browserToken: null, method: "code" });
}

/** Which of the people who share the address it is. */
export async function chooseSelf(memberId: string): Promise<Result<Outcome>> {
  const asked = await readAskedHere();
  if (asked === null) return refuse("signIn.ended");
  const opening = await freshOpening("code");
  const chosen = await runUseCase(choosePerson, { kind: "anonymous" }, { ...asked, memberId, opening });
  if (!chosen.ok) return chosen;
  await enter(opening.token);
  return ok({ redirectTo: "/my" });
}
