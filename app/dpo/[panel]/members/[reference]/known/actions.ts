"use server";
import { formAction } from "@/lib/actions/form-action";
import { leadingTo } from "@/lib/actions/leading-to";
import { redirectAfterNo } from "@/lib/actions/resident/after-no";
import { findAsked } from "@/lib/queries/permission/get-why";
import { ok, refuse } from "@/lib/result";
import { decideObjectionSchema, markLineSchema } from "@/lib/schemas/marker";
import { markLine as markLineAs } from "@/lib/usecases/marker/mark-line";
import { decideObjection as decideObjectionAs } from "@/lib/usecases/objection/decide-objection";
import { runUseCase } from "@/lib/usecases/run";
import { dpoPath } from "../../../../_components/paths";

/** Notes that calls to a number are welcome or a mailbox is a company's, or takes it back. */
export const markLine = formAction({
  name: "markLine",
  verb: "line.mark",
  as: "session",
  schema: markLineSchema,
  keep: ["evidence"],
  run: async ({ actor, panel }, { reference, line: contactPointId, ...mark }) => {
    const member = await findAsked({ actor, panel }, reference);
    if (member === null) return refuse("form.unreadable");
    const input = { panel, memberId: member.id, contactPointId, ...mark };
    const marked = await runUseCase(markLineAs, actor, input);
    if (!marked.ok) return marked;
    const path = dpoPath(panel.slug, `members/${member.reference}/known`);
    return ok(await redirectAfterNo(path, { saved: "1" }, marked.value));
  },
});

/** Records what was decided about an objection, and why. */
export const decideObjection = formAction({
  name: "decideObjection",
  verb: "objection.decide",
  as: "session",
  schema: decideObjectionSchema,
  keep: ["outcome", "reasons"],
  run: async ({ actor, panel }, { reference, ...decision }) => {
    const member = await findAsked({ actor, panel }, reference);
    if (member === null) return refuse("form.unreadable");
    return leadingTo(
      dpoPath(panel.slug, `members/${member.reference}/known`, { saved: "1" }),
      runUseCase(decideObjectionAs, actor, { panel, memberId: member.id, ...decision }),
    );
  },
});
