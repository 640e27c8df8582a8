"use server";
import { formAction } from "@/lib/actions/form-action";
import { leadingTo } from "@/lib/actions/leading-to";
import { getErasure } from "@/lib/queries/member/get-erasure";
import { refuse } from "@/lib/result";
import { erasureSchema } from "@/lib/schemas/erasure";
import { eraseMember as erase } from "@/lib/usecases/membership/erase-member";
import { runUseCase } from "@/lib/usecases/run";
import { dpoPath } from "../../../../_components/paths";

/** Erases a member for good; leads to the entry that says what was done. */
export const eraseMember = formAction({
  name: "eraseMember",
  verb: "member.erase",
  as: "session",
  schema: erasureSchema,
  keep: ["reasonCode"],
  run: async ({ actor, panel }, { reference, reasonCode }) => {
    const member = await getErasure({ actor, panel }, reference);
    if (member === null) return refuse("erasure.gone");
    return leadingTo(
      ({ seq }) => dpoPath(panel.slug, `trail/${seq}`),
      runUseCase(erase, actor, { panel, memberId: member.memberId, reasonCode }),
    );
  },
});
