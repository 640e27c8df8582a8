"use server";
import { formAction } from "@/lib/actions/form-action";
import { ok } from "@/lib/result";
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
  run: async ({ actor, panel }, { email }) => {
    const added = await runUseCase(addCheckpointRecipient, actor, { panel, email });
    return added.ok ? ok({ redirectTo: dpoPath(panel.slug, "checkpoints") }) : added;
  },
});

export const removeRecipient = formAction({
  ...change,
  name: "removeRecipient",
  schema: removeRecipientSchema,
  keep: [],
  run: async ({ actor, panel }, { id }) => {
    const removed = await runUseCase(removeCheckpointRecipient, actor, { panel, id });
    return removed.ok ? ok({ redirectTo: dpoPath(panel.slug, "checkpoints") }) : removed;
  },
});
