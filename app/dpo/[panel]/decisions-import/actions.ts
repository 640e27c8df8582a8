"use server";
import { formAction } from "@/lib/actions/form-action";
import { leadingTo } from "@/lib/actions/leading-to";
import { redirectAfterNo } from "@/lib/actions/resident/after-no";
import { londonDate, now } from "@/lib/clock";
import { ok, refuseFields } from "@/lib/result";
import { decisionListFormSchema, decisionListPressSchema } from "@/lib/schemas/decision-forms";
import { mostDecisionBytes, readDecisionList } from "@/lib/schemas/decision-list";
import { applyDecisions } from "@/lib/usecases/consent-import/apply-decisions";
import { cancelDecisions } from "@/lib/usecases/consent-import/cancel-decisions";
import { stageDecisions } from "@/lib/usecases/consent-import/stage-decisions";
import { runUseCase } from "@/lib/usecases/run";
import { dpoPath } from "../../_components/paths";

const bring = { verb: "decision.import", as: "session", keep: [] } as const;

/** Reads a file of decisions and shows what it would do; nothing is recorded. */
export const checkDecisionList = formAction({
  ...bring,
  name: "checkDecisionList",
  schema: decisionListFormSchema,
  file: { input: "file", text: "list", name: "fileName", most: mostDecisionBytes },
  run: async ({ actor, panel }, { list }) => {
    const read = readDecisionList(list, panel.document, londonDate(now()));
    if (!read.ok) return refuseFields({ list: read.faults });
    const { lines, problems } = read;
    return leadingTo(
      (id) => dpoPath(panel.slug, `decisions-import/check/${id}`),
      runUseCase(stageDecisions, actor, { panel, text: list, lines, problems }),
    );
  },
});

/** Records what was checked, all of it or none, and waits for messages in flight before saying so. */
export const recordDecisionList = formAction({
  ...bring,
  name: "recordDecisionList",
  schema: decisionListPressSchema,
  run: async ({ actor, panel }, { upload }) => {
    const applied = await runUseCase(applyDecisions, actor, { panel, uploadId: upload });
    if (!applied.ok) return applied;
    const path = dpoPath(panel.slug, `decisions-import/check/${upload}`);
    return ok(await redirectAfterNo(path, {}, applied.value.toDrain));
  },
});

/** Throws a file away that nobody confirmed. */
export const cancelDecisionList = formAction({
  ...bring,
  name: "cancelDecisionList",
  schema: decisionListPressSchema,
  run: ({ actor, panel }, { upload }) =>
    leadingTo(
      dpoPath(panel.slug, "decisions-import"),
      runUseCase(cancelDecisions, actor, { panel, uploadId: upload }),
    ),
});
