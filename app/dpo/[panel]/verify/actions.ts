"use server";
import { formAction } from "@/lib/actions/form-action";
import { verifyLedger } from "@/lib/ledger/verify";
import { ok } from "@/lib/result";
import { nothingSchema } from "@/lib/schemas/join-start";
import { recordVerification } from "@/lib/usecases/ledger/record-verification";
import { runUseCase } from "@/lib/usecases/run";
import { dpoPath } from "../../_components/paths";

export const verifyTrail = formAction({
  name: "verifyTrail",
  verb: "trail.verify",
  as: "session",
  schema: nothingSchema,
  keep: [],
  run: async ({ actor, panel }) => {
    const { organisationId, id: panelId, slug } = panel;
    // Read in a snapshot of its own: a minute inside a transaction that appends would hold up every other append.
    const verification = await verifyLedger(organisationId);
    const recorded = await runUseCase(recordVerification, actor, { organisationId, panelId, verification });
    return recorded.ok
      ? ok({ redirectTo: dpoPath(slug, "verify", { checked: String(recorded.value) }) })
      : recorded;
  },
});
