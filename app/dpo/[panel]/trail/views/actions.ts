"use server";
import { formAction } from "@/lib/actions/form-action";
import { leadingTo } from "@/lib/actions/leading-to";
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
  run: ({ actor, panel }, input) =>
    leadingTo(dpoPath(panel.slug, "trail/views"), runUseCase(changeView, actor, { panel, ...input })),
});

export const deleteTrailView = formAction({
  name: "deleteTrailView",
  verb: "trailView.save",
  as: "session",
  schema: deleteViewSchema,
  keep: [],
  run: ({ actor, panel }, input) =>
    leadingTo(dpoPath(panel.slug, "trail/views"), runUseCase(deleteView, actor, { panel, ...input })),
});
