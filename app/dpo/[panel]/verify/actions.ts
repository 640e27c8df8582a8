"use server";
import { getTranslations } from "next-intl/server";
import { formAction } from "@/lib/actions/form-action";
import { leadingTo } from "@/lib/actions/leading-to";
import { checkAndHold } from "@/lib/ledger/check/check-and-hold";
import { compareCheckpoints } from "@/lib/queries/ledger/compare-checkpoints";
import { ok, refuse } from "@/lib/result";
import { nothingSchema } from "@/lib/schemas/join-start";
import { compareCheckpointsSchema, releaseHoldSchema } from "@/lib/schemas/ledger-forms";
import { recordComparison } from "@/lib/usecases/ledger/record-comparison";
import { recordVerification } from "@/lib/usecases/ledger/record-verification";
import { releaseLedgerHold } from "@/lib/usecases/ledger/release-hold";
import { runUseCase } from "@/lib/usecases/run";
import { dpoPath } from "../../_components/paths";
import { comparisonFinding } from "./_components/comparison-finding";

export const verifyTrail = formAction({
  name: "verifyTrail",
  verb: "trail.verify",
  as: "session",
  schema: nothingSchema,
  keep: [],
  run: async ({ actor, panel }) => {
    const { organisationId, id: panelId } = panel;
    // Read in a snapshot of its own: a minute inside a transaction that appends would hold up every other append.
    const checked = await checkAndHold(organisationId);
    if (checked === null) return refuse("hold.unreadable");
    const recorded = await runUseCase(recordVerification, actor, {
      organisationId,
      panelIds: [panelId],
      checked,
    });
    const t = await getTranslations("dpo.verify");
    return recorded.ok ? ok({ done: t("checked") }) : recorded;
  },
});

export const releaseSending = formAction({
  name: "releaseSending",
  verb: "hold.release",
  as: "session",
  schema: releaseHoldSchema,
  keep: ["because"],
  run: ({ actor, panel }, input) =>
    leadingTo(dpoPath(panel.slug, "verify"), runUseCase(releaseLedgerHold, actor, { panel, ...input })),
});

export const compareCheckpoint = formAction({
  name: "compareCheckpoint",
  verb: "trail.verify",
  as: "session",
  schema: compareCheckpointsSchema,
  file: { input: "file", text: "notes", name: "fileName", most: 1_000_000 },
  keep: ["notes"],
  run: async ({ actor, panel }, { notes }) => {
    const found = await compareCheckpoints({ actor, panel }, notes);
    const recorded = await runUseCase(recordComparison, actor, { panel, found });
    return recorded.ok ? ok({ findings: [await comparisonFinding(found)] }) : recorded;
  },
});
