"use server";
import { formAction } from "@/lib/actions/form-action";
import { redirectAfterNo } from "@/lib/actions/resident/after-no";
import { findAsked } from "@/lib/queries/permission/get-why";
import { ok, refuse } from "@/lib/result";
import { markMemberSchema } from "@/lib/schemas/marker";
import { markMember as markMemberAs } from "@/lib/usecases/marker/mark-member";
import { runUseCase } from "@/lib/usecases/run";
import { staffPath } from "../../../../_components/paths";

/** Notes that a member died, or is not visited; or that this was wrong. Waits for what is in a worker's hands. */
export const markMember = formAction({
  name: "markMember",
  verb: "member.mark",
  as: "session",
  schema: markMemberSchema,
  keep: ["evidence"],
  run: async ({ actor, panel }, { reference, ...mark }) => {
    const member = await findAsked({ actor, panel }, reference);
    if (member === null) return refuse("form.unreadable");
    const marked = await runUseCase(markMemberAs, actor, { panel, memberId: member.id, ...mark });
    if (!marked.ok) return marked;
    const path = staffPath(panel.slug, `members/${member.reference}/known`);
    return ok(await redirectAfterNo(path, { saved: "1" }, marked.value));
  },
});
