"use server";
import { formAction } from "@/lib/actions/form-action";
import { ok } from "@/lib/result";
import { changeViewSchema, deleteViewSchema } from "@/lib/schemas/trail-forms";
import { changeView } from "@/lib/usecases/trail/change-view";
import { deleteView } from "@/lib/usecases/trail/delete-view";
import { runUseCase } from "@/lib/usecases/run";
import { dpoPath } from "../../../_components/paths";

export const changeTrailView = formAction({
  name: "changeTrailView",
  verb: "trailView.save",
  as: "session",
  schema: changeViewSchema,
  keep: ["name", "shared"],
  run: async ({ actor, panel }, input) => {
    const changed = await runUseCase(changeView, actor, { panel, ...input });
    return changed.ok ? ok({ redirectTo: dpoPath(panel.slug, "trail/views") }) : changed;
  },
});

export const deleteTrailView = formAction({
  name: "deleteTrailView",
  verb: "trailView.save",
  as: "session",
  schema: deleteViewSchema,
  keep: [],
  run: async ({ actor, panel }, input) => {
    const deleted = await runUseCase(deleteView, actor, { panel, ...input });
    return deleted.ok ? ok({ redirectTo: dpoPath(panel.slug, "trail/views") }) : deleted;
  },
});
