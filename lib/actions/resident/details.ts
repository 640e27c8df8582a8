import type { PolicyDocument } from "@/lib/policy/document";
import { optionalFields } from "@/lib/policy/join-choices";
import { ok, type Result } from "@/lib/result";
import { readQuestions } from "@/lib/schemas/join-answers";
import { changeDetails, type ChangedDetails } from "@/lib/usecases/membership/change-details";
import { requestNewEmail } from "@/lib/usecases/membership/request-new-email";
import { runUseCase } from "@/lib/usecases/run";
import type { Call, Outcome } from "../form-action";

const saved: Outcome = { redirectTo: "/my/details?saved=details" };

/** One part of a member's details, put right. */
export async function saveDetails({ actor, panel }: Call, details: ChangedDetails): Promise<Result<Outcome>> {
  const changed = await runUseCase(changeDetails, actor, { panel, details });
  return changed.ok ? ok(saved) : changed;
}

type Posted = Readonly<Record<string, string | readonly string[]>>;

function one(answer: string | readonly string[] | undefined): string | null {
  return typeof answer === "string" ? answer : null;
}

/** The questions of the panel's policy that a member may answer again; what is not asked stays as it is. */
function aboutOf(document: PolicyDocument, answers: Readonly<Record<string, string | readonly string[]>>) {
  const asked = optionalFields(document).plain.map(({ key }) => key);
  const own = new Set(["area", "tenure", "ageBand", "interests"]);
  const { interests = [] } = answers;
  return {
    columns: {
      ...(asked.includes("area") ? { area: one(answers["area"]) } : {}),
      ...(asked.includes("tenure") ? { tenure: one(answers["tenure"]) } : {}),
      ...(asked.includes("ageBand") ? { ageBand: one(answers["ageBand"]) } : {}),
      ...(asked.includes("interests")
        ? { interests: typeof interests === "string" ? [interests] : interests }
        : {}),
    },
    attributes: Object.fromEntries(
      asked.filter((key) => !own.has(key)).map((key) => [key, answers[key] ?? null]),
    ),
  };
}

/** The optional questions, answered again. */
export async function saveAbout(call: Call, posted: Posted): Promise<Result<Outcome>> {
  const { document } = call.panel;
  const read = readQuestions(document, optionalFields(document).plain, posted);
  if (!read.ok) return { ok: false, error: { code: "form.invalid", fields: read.faults } };
  return saveDetails(call, { part: "about", ...aboutOf(document, read.value) });
}

/** Asks the new address whether it is the member's; the old one stays until the press. */
export async function saveNewEmail({ actor, panel }: Call, email: string): Promise<Result<Outcome>> {
  const asked = await runUseCase(requestNewEmail, actor, {
    panel,
    email: { typed: email, normalised: email },
  });
  if (!asked.ok) return asked;
  return ok({ redirectTo: asked.value.asked ? "/my/details?saved=email" : "/my/details?saved=sameEmail" });
}
