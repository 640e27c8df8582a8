import { isOutOfRoom } from "@/lib/db/constraint-errors";
import { mayBeKept } from "@/lib/db/transaction";
import { log } from "@/lib/log";
import { refuse, type Result } from "@/lib/result";

/**
 * What a form says of a use-case that met a database without room: that nothing of it was stored. Any other fault goes on, and
 * so does one after which nobody knows what was stored. For the doors that answer a person; a worker tries again by itself.
 */
export function notStored(fault: unknown): Result<never> {
  if (!isOutOfRoom(fault) || mayBeKept(fault)) throw fault;
  log.error("The database had no room for a change", { code: "system.notStored", fault });
  return refuse("system.notStored");
}
