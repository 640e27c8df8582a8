"use server";
import { formAction } from "@/lib/actions/form-action";
import { leadingTo } from "@/lib/actions/leading-to";
import { findSubject } from "@/lib/queries/trail/find-subject";
import { sealSearch } from "@/lib/queries/staff/sealed-search";
import { ok, refuse } from "@/lib/result";
import { exportTrailSchema, findPersonSchema, saveViewSchema } from "@/lib/schemas/trail-forms";
import { recordTrailExport } from "@/lib/usecases/trail/record-export";
import { saveView } from "@/lib/usecases/trail/save-view";
import { runUseCase } from "@/lib/usecases/run";
import { dpoPath } from "../../_components/paths";

/** Seals the name that was typed, so that the address of who was found names nobody. */
export const findPerson = formAction({
  name: "findPerson",
  verb: "trail.read",
  as: "session",
  schema: findPersonSchema,
  keep: ["words"],
  run: async ({ panel }, { words }) =>
    ok({ redirectTo: dpoPath(panel.slug, "trail/people", { search: sealSearch(words) }) }),
});

export const saveTrailView = formAction({
  name: "saveTrailView",
  verb: "trailView.save",
  as: "session",
  schema: saveViewSchema,
  keep: ["name", "shared"],
  run: ({ actor, panel }, { name, shared, ...filter }) =>
    leadingTo(
      dpoPath(panel.slug, "trail", filter),
      runUseCase(saveView, actor, { panel, name, shared, filter }),
    ),
});

export const exportTrail = formAction({
  name: "exportTrail",
  verb: "trail.export",
  as: "session",
  schema: exportTrailSchema,
  keep: ["format", "reason"],
  run: async ({ actor, panel }, { member, format, reason, ...filter }) => {
    const subject = member === undefined ? undefined : await findSubject({ actor, panel }, member);
    if (subject === null) return refuse("trail.noSuchMember");
    const subjectRef = subject?.subjectRef ?? null;
    const input = { panel, filter, subjectRef, format, reason };
    return leadingTo(
      (seq) => dpoPath(panel.slug, `trail/exported/${seq}`),
      runUseCase(recordTrailExport, actor, input),
    );
  },
});
