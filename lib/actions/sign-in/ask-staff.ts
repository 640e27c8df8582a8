import { readConfig } from "@/lib/config/config";
import { refuse, type Result } from "@/lib/result";
import type { Outcome } from "../form-action";
import { askForCode } from "./ask";

/** Staff sign in by code only in the demo; elsewhere the organisation's provider says who they are. */
export async function askStaffForCode(email: string): Promise<Result<Outcome>> {
  if (!readConfig().demo) return refuse("signIn.notDemo");
  return askForCode(null, email, "/staff/sign-in/code");
}
