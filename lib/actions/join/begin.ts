import { keepBrowserSecret } from "@/lib/auth/browser-secrets";
import { newToken } from "@/lib/auth/secrets";
import { placeOfRequest, withinLimit } from "@/lib/auth/rate-limit";
import { ok, refuse, type Result } from "@/lib/result";
import { startJoin } from "@/lib/usecases/join/start-join";
import { runUseCase } from "@/lib/usecases/run";
import type { Call, Outcome } from "../form-action";
import { draftOfBrowser, someone } from "./draft-of-browser";

/** Begins a draft, or goes on with the one this browser has. One that was sent makes room for a new one. */
export async function begin(
  { panel }: Call,
  { edition = "" }: { readonly edition?: string | undefined },
): Promise<Result<Outcome>> {
  const next = { redirectTo: `/${panel.slug}/join/details` };
  const open = await draftOfBrowser(panel);
  if (open !== null && open.draft.submittedAt === null) return ok(next);
  if (!(await withinLimit("draftPlace", await placeOfRequest()))) return refuse("join.tooMany");
  const draftToken = newToken();
  const started = await runUseCase(startJoin, someone, { panel, draftToken, edition });
  if (!started.ok) return started;
  await keepBrowserSecret({ kind: "join", panelSlug: panel.slug }, draftToken);
  return ok(next);
}
