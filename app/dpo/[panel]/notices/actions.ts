"use server";
import { formAction } from "@/lib/actions/form-action";
import { ok } from "@/lib/result";
import { exportShownSchema } from "@/lib/schemas/notice-edition";
import { recordExport } from "@/lib/usecases/notice/record-export";
import { runUseCase } from "@/lib/usecases/run";
import { dpoPath } from "../../_components/paths";

export const exportShown = formAction({
  name: "exportShown",
  verb: "notice.export",
  as: "session",
  schema: exportShownSchema,
  keep: ["reason"],
  run: async ({ actor, panel }, { list, reason, version, how }) => {
    const recorded = await runUseCase(recordExport, actor, { panel, list, reason, version, how });
    return recorded.ok
      ? ok({ redirectTo: dpoPath(panel.slug, `notices/exported/${recorded.value}`) })
      : recorded;
  },
});
