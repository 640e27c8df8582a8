import { statement } from "@/lib/db/transaction";
import type { Result } from "@/lib/result";
import type { UseCase } from "../context";
import { runUseCase } from "../run";

const recovering = { name: "recovering", text: "SELECT set_config('panel.recovering', $1, true)" };

/** Runs a use-case of the recovery: the only one whose entries the ledger takes while it is behind. */
export async function runRecovering<Input extends { readonly organisationId: string }, Output>(
  useCase: UseCase<Input, Output>,
  input: Input,
): Promise<Result<Output>> {
  const actor = { kind: "system", name: "recovery" } as const;
  const inRecovery: UseCase<Input, Output> = async (ctx, given) => {
    await statement(ctx.tx, recovering, [given.organisationId.toLowerCase()]);
    return useCase(ctx, given);
  };
  return runUseCase(inRecovery, actor, input);
}
