import { randomUUID } from "node:crypto";
import { now } from "@/lib/clock";
import { sqlState } from "@/lib/db/constraint-errors";
import { inTransaction } from "@/lib/db/transaction";
import type { Actor } from "@/lib/policy/permission";
import { refuse, type Refusal, type Result } from "@/lib/result";
import type { UseCase } from "./context";

/** What `append_entries` raises while the ledger is behind what was published of it. */
const readOnly = "RP002";

class RolledBack extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.code);
  }
}

/**
 * Runs one use-case in one transaction as this actor. A refusal rolls back whatever was written before it and
 * comes back as a value; a fault throws.
 */
export async function runUseCase<Input, Output>(
  useCase: UseCase<Input, Output>,
  actor: Actor,
  input: Input,
): Promise<Result<Output>> {
  const at = now();
  const requestId = randomUUID();
  try {
    return await inTransaction(async (tx) => {
      const result = await useCase({ tx, actor, at, requestId }, input);
      if (!result.ok) throw new RolledBack(result.error);
      return result;
    });
  } catch (fault) {
    if (fault instanceof RolledBack) return { ok: false, error: fault.refusal };
    if (sqlState(fault) === readOnly) return refuse("system.readOnly");
    throw fault;
  }
}
