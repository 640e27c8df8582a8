"use server";
import { formAction } from "@/lib/actions/form-action";
import { saveAnswer } from "@/lib/actions/resident/answer";
import { rsvpSchema } from "@/lib/schemas/rsvp";

export const answerMyInvitation = formAction({
  name: "my.answerInvitation",
  verb: "invitation.answer",
  as: "session",
  schema: rsvpSchema,
  keep: ["need", "agreed", "sessionId"],
  run: (call, input) =>
    saveAnswer(call, input, input.invitationId ?? null, `/my/invitations/${input.invitationId ?? ""}`),
});
