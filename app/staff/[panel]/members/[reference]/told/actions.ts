"use server";
import { formAction } from "@/lib/actions/form-action";
import { choiceWording } from "@/lib/actions/resident/choice-words";
import { redirectAfterNo } from "@/lib/actions/resident/after-no";
import { purposeOf } from "@/lib/policy/purpose";
import { findAsked } from "@/lib/queries/permission/get-why";
import { ok, refuse } from "@/lib/result";
import { toldSchema } from "@/lib/schemas/decision-forms";
import { recordTold as recordToldDecision } from "@/lib/usecases/consent/record-told";
import { runUseCase } from "@/lib/usecases/run";
import { staffPath } from "../../../../_components/paths";

/** Records what a member said by phone, on paper or in person; a "no" waits for messages in flight before it is said. */
export const recordTold = formAction({
  name: "recordTold",
  verb: "decision.record",
  as: "session",
  schema: toldSchema,
  keep: ["purposeKey", "channel", "answer", "day-*", "method", "script", "evidence"],
  run: async ({ actor, panel }, { reference, channel: chosen, script, ...said }) => {
    const member = await findAsked({ actor, panel }, reference);
    const purpose = purposeOf(panel.document, said.purposeKey);
    if (member === null || purpose === null) return refuse("form.unreadable");
    const channel = chosen === "every" ? null : chosen;
    const wording = await choiceWording(purpose, channel, said.answer);
    const about = { panel, memberId: member.id, channel, scriptVersion: script, wording };
    const told = await runUseCase(recordToldDecision, actor, { ...said, ...about });
    if (!told.ok) return told;
    const path = staffPath(panel.slug, `members/${member.reference}/told`);
    return ok(await redirectAfterNo(path, { saved: told.value.stands }, told.value.toDrain));
  },
});
