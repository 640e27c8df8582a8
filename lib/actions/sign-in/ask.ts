import { after } from "next/server";
import { placeOfRequest, withinLimit } from "@/lib/auth/rate-limit";
import { hashAddress } from "@/lib/auth/secrets";
import { keepAskedHere } from "@/lib/auth/sign-in-cookie";
import { newId } from "@/lib/id";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import { ok, refuse, type Result } from "@/lib/result";
import { runUseCase } from "@/lib/usecases/run";
import { requestSignIn } from "@/lib/usecases/sign-in/request-sign-in";
import { sendSignInCode } from "@/lib/usecases/sign-in/send-sign-in-code";
import type { Outcome } from "../form-action";

async function mayAsk(email: string): Promise<boolean> {
  const counted = await Promise.all([
    withinLimit("signInAddress", hashAddress(email)),
    withinLimit("signInPlace", await placeOfRequest()),
    withinLimit("signInEverywhere", "all"),
  ]);
  return counted.every(Boolean);
}

/**
 * Asks for a code. Before the answer goes out, the same is done for every address; whether anyone has it is looked up
 * afterwards, so that neither words nor time tell who is a member.
 * @param panel where a member signs in; null for staff
 */
export async function askForCode(
  panel: PanelView | null,
  email: string,
  next: string,
): Promise<Result<Outcome>> {
  if (!(await mayAsk(email))) return refuse("signIn.tooMany");
  const requestId = newId();
  const browserToken = await keepAskedHere(requestId);
  const asked = await runUseCase(
    requestSignIn,
    { kind: "anonymous" },
    { requestId, panel, email, browserToken },
  );
  if (!asked.ok) return asked;
  after(async () => {
    await runUseCase(sendSignInCode, { kind: "system", name: "signIn" }, { requestId, email });
  });
  return ok({ redirectTo: next });
}
