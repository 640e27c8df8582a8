"use server";
import { formAction } from "@/lib/actions/form-action";
import { leadingTo } from "@/lib/actions/leading-to";
import { addRecipientSchema, removeRecipientSchema } from "@/lib/schemas/checkpoint-recipient";
import { addCheckpointRecipient } from "@/lib/usecases/ledger/add-checkpoint-recipient";
import { removeCheckpointRecipient } from "@/lib/usecases/ledger/remove-checkpoint-recipient";
import { runUseCase } from "@/lib/usecases/run";
import { dpoPath } from "../../_components/paths";

const change = { verb: "checkpointRecipient.change", as: "session" } as const;

export const addRecipient = formAction({
  ...change,
  name: "addRecipient",
  schema: addRecipientSchema,
  keep: ["email"],
  run: ({ actor, panel }, { email }) =>
    leadingTo(
      dpoPath(panel.slug, "checkpoints"),
      runUseCase(addCheckpointRecipient, actor, { panel, email }),
    ),
});

export const removeRecipient = formAction({
  ...change,
  name: "removeRecipient",
  schema: removeRecipientSchema,
  keep: [],
  run: ({ actor, panel }, { id }) =>
    leadingTo(
      dpoPath(panel.slug, "checkpoints"),
      runUseCase(removeCheckpointRecipient, actor, { panel, id }),
    ),
});
