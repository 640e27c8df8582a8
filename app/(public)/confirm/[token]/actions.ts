"use server";
import { formAction } from "@/lib/actions/form-action";
import { confirm } from "@/lib/actions/join/confirm";
import { linkSchema } from "@/lib/schemas/join-start";

/** The press that makes a member. The link in the hidden field says of which panel. */
export const confirmJoining = formAction({
  name: "confirmJoining",
  verb: "join.apply",
  as: "session",
  panel: "none",
  schema: linkSchema,
  keep: [],
  run: (_call, { link }) => confirm(link),
});
