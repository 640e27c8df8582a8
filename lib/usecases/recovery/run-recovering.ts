import { actAsRecovery } from "@/lib/ledger/waiting";
import type { Result } from "@/lib/result";
import type { UseCase } from "../context";
import { runUseCase } from "../run";

/** Runs a use-case of the recovery: the only one whose entries the ledger takes while it is behind. */
export async function runRecovering<Input extends { readonly organisationId: string }, Output>(
  useCase: UseCase<Input, Output>,
  input: Input,
): Promise<Result<Output>> {
  const actor = { kind: "system", name: "recovery" } as const;
  const inRecovery: UseCase<Input, Output> = async (ctx, given) => {
    await actAsRecovery(ctx.tx, given.organisationId);
    return useCase(ctx, given);
  };
  return runUseCase(inRecovery, actor, input);
}
