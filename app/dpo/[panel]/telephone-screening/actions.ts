"use server";
import { formAction } from "@/lib/actions/form-action";
import { leadingTo } from "@/lib/actions/leading-to";
import { ok, refuseFields } from "@/lib/result";
import { mostListBytes } from "@/lib/schemas/csv-table";
import { numbersSchema, readScreening, screeningSchema } from "@/lib/schemas/screening";
import { uploadPressSchema } from "@/lib/schemas/suppression";
import { runUseCase } from "@/lib/usecases/run";
import { recordNumbersTaken } from "@/lib/usecases/screening/record-numbers-taken";
import { recordScreening } from "@/lib/usecases/screening/record-screening";
import { stageScreening } from "@/lib/usecases/screening/stage-screening";
import { dpoPath } from "../../_components/paths";

/** Checks the results of a screening; they count once they are confirmed. */
export const checkScreening = formAction({
  name: "checkScreening",
  verb: "screening.upload",
  as: "session",
  schema: screeningSchema,
  file: { input: "file", text: "list", name: "fileName", most: mostListBytes },
  keep: ["screenedOn-*", "holds"],
  run: async ({ actor, panel }, { screenedOn, holds, list }) => {
    const read = readScreening(list, holds);
    if (!read.ok) return refuseFields({ list: read.faults });
    return leadingTo(
      (id) => dpoPath(panel.slug, `telephone-screening/check/${id}`),
      runUseCase(stageScreening, actor, { panel, screenedOn, screened: read.value }),
    );
  },
});

/** Records what was checked. */
export const confirmScreening = formAction({
  name: "confirmScreening",
  verb: "screening.upload",
  as: "session",
  schema: uploadPressSchema,
  keep: [],
  run: async ({ actor, panel }, { upload }) => {
    const recorded = await runUseCase(recordScreening, actor, { panel, uploadId: upload });
    if (!recorded.ok) return recorded;
    const { clear, listed } = recorded.value;
    const query = { clear: String(clear), listed: String(listed) };
    return ok({ redirectTo: dpoPath(panel.slug, "telephone-screening", query) });
  },
});

/** Records that the numbers are taken out, and leads to them. */
export const takeNumbers = formAction({
  name: "takeNumbers",
  verb: "screening.export",
  as: "session",
  schema: numbersSchema,
  keep: ["reason"],
  run: ({ actor, panel }, { reason }) =>
    leadingTo(
      (seq) => dpoPath(panel.slug, `telephone-screening/numbers/${seq}`),
      runUseCase(recordNumbersTaken, actor, { panel, reason }),
    ),
});
