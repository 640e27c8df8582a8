import pino from "pino";

/**
 * What a log line may carry. The list is closed, so that a name or an address cannot get into a log by accident: ids,
 * codes and numbers only.
 */
type Fields = {
  readonly [name: `${string}Id`]: string | undefined;
  readonly code?: string;
  readonly route?: string;
  readonly queue?: string;
  readonly state?: string;
  readonly count?: number;
  readonly ms?: number;
  readonly fault?: unknown;
};

/** Database faults quote the row that failed. Their messages stay out; type, code and place are enough to find the fault. */
function describeFault(fault: unknown): Record<string, unknown> {
  if (!(fault instanceof Error)) {
    const code = typeof fault === "object" && fault !== null && "code" in fault ? fault.code : undefined;
    return { type: typeof fault, ...(typeof code === "string" && { code }) };
  }
  const { name, code, constraint } = fault as Error & { code?: unknown; constraint?: unknown };
  const fromDatabase = name.startsWith("Prisma") || "severity" in fault;
  const frames = (fault.stack ?? "").split("\n").filter((line) => line.startsWith("    at "));
  return {
    type: name,
    ...(typeof code === "string" && { code }),
    ...(typeof constraint === "string" && { constraint }),
    ...(!fromDatabase && { message: fault.message }),
    at: frames.slice(0, 12).map((line) => line.trim().slice(3)),
  };
}

const writer = pino({
  level: process.env["LOG_LEVEL"] ?? "info",
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
  formatters: { level: (label) => ({ level: label }) },
  serializers: { fault: describeFault },
});

/** The product's log: one JSON line each, on standard output. */
export const log = {
  info: (message: string, fields: Fields = {}) => writer.info(fields, message),
  warn: (message: string, fields: Fields = {}) => writer.warn(fields, message),
  error: (message: string, fields: Fields = {}) => writer.error(fields, message),
};
