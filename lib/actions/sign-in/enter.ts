import { dropBrowserSecret, keepSessionToken, readSessionToken } from "@/lib/auth/browser-secrets";
import { keepAskedHere } from "@/lib/auth/sign-in-cookie";
import { placeOfRequest, withinLimit } from "@/lib/auth/rate-limit";
import { newToken } from "@/lib/auth/secrets";
import { ok, refuse, refuseFields, type Result } from "@/lib/result";
import { runUseCase } from "@/lib/usecases/run";
import { checkCode, type CodeChecked } from "@/lib/usecases/sign-in/check-code";
import type { SignInMethod } from "@/lib/usecases/sign-in/open-session";
import type { Outcome } from "../form-action";

/** A fresh session for this browser, and the one it takes the place of. */
export async function freshOpening(method: SignInMethod) {
  return { token: newToken(), replaces: await readSessionToken(), method };
}

/** Puts the new session into the browser and forgets what led to it. */
export async function enter(token: string): Promise<void> {
  await keepSessionToken(token);
  await dropBrowserSecret({ kind: "signIn" });
}

type Attempt = {
  readonly requestId: string;
  readonly code: string;
  /** Null where the code was typed on the page that the link in the mail opened, in another browser. */
  readonly browserToken: string | null;
  readonly method: SignInMethod;
};

/** Where to go when several people share the address. */
const chooseSelfPath = "/sign-in/who";

function refusalOf(checked: CodeChecked): Result<Outcome> | null {
  if (checked.outcome === "ended") return refuse("signIn.ended");
  if (checked.outcome !== "wrong") return null;
  return refuseFields({ code: [{ code: "signIn.code.wrong", params: { tries: checked.triesLeft } }] });
}

/** Tries a code and signs this browser in when it is right. */
export async function tryCode(attempt: Attempt): Promise<Result<Outcome>> {
  if (!(await withinLimit("codePlace", await placeOfRequest()))) return refuse("signIn.tooMany");
  const { requestId, code, browserToken, method } = attempt;
  const opening = await freshOpening(method);
  const proof = newToken();
  const result = await runUseCase(
    checkCode,
    { kind: "anonymous" },
    { requestId, code, browserToken, opening, proof },
  );
  if (!result.ok) return result;
  const refusal = refusalOf(result.value);
  if (refusal !== null) return refusal;
  if (result.value.outcome === "choose") {
    await keepAskedHere(requestId, proof);
    return ok({ redirectTo: chooseSelfPath });
  }
  await enter(opening.token);
  return ok({ redirectTo: result.value.outcome === "staff" ? "/staff" : "/my" });
}
