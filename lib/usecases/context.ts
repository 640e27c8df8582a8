import type { Tx } from "@/lib/db/transaction";
import type { Actor } from "@/lib/policy/permission";
import type { Result } from "@/lib/result";

/** What every use-case is given: the transaction, who acts, when (instant), and the id that joins its traces. */
export type Ctx = {
  readonly tx: Tx;
  readonly actor: Actor;
  readonly at: Date;
  readonly requestId: string;
};

/** One verb of the product. Runs inside one transaction; refuses with a value. */
export type UseCase<Input, Output> = (ctx: Ctx, input: Input) => Promise<Result<Output>>;
