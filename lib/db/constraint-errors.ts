import { DatabaseError } from "pg";
import { Prisma } from "./generated/client";

// Prisma's error shape changed within 7.x (style notes): it is read here only, and tested on a real database.

type DriverCause = { constraint?: { index?: string }; originalCode?: string; originalMessage?: string };

function driverCause(fault: unknown): DriverCause | undefined {
  if (!(fault instanceof Prisma.PrismaClientKnownRequestError)) return undefined;
  const adapterError = fault.meta?.["driverAdapterError"] as { cause?: DriverCause } | undefined;
  return adapterError?.cause;
}

const tryAgain: readonly (string | undefined)[] = ["40001", "40P01"];

/** True when PostgreSQL asked to try the transaction again (serialisation failure or deadlock). */
export function isWriteConflict(fault: unknown): boolean {
  if (fault instanceof DatabaseError) return tryAgain.includes(fault.code);
  return fault instanceof Prisma.PrismaClientKnownRequestError && fault.code === "P2034";
}

/** The SQLSTATE a trigger or privilege check raised, if that is what happened. */
export function sqlState(fault: unknown): string | undefined {
  return fault instanceof DatabaseError ? fault.code : driverCause(fault)?.originalCode;
}

const notAsWritten: readonly (string | undefined)[] = ["XX001", "XX002"];

/** True when PostgreSQL found, by its checksums in most cases, that a table or an index is not what it wrote. */
export function isCorrupted(fault: unknown): boolean {
  return notAsWritten.includes(sqlState(fault));
}

/** Class 53: the disk is full, or memory or connections are at an end. */
const outOfRoom = /^53/u;
/** What a quota and a limit on file sizes are: no code of their own, only these words (English servers). */
const cannotGrow = /could not (?:extend|write to) file/u;

/** True when PostgreSQL had no room for what it was asked: the statement did nothing, and later it may succeed. */
export function isOutOfRoom(fault: unknown): boolean {
  const message = fault instanceof DatabaseError ? fault.message : driverCause(fault)?.originalMessage;
  return outOfRoom.test(sqlState(fault) ?? "") || cannotGrow.test(message ?? "");
}
