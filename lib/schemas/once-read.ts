import type { z } from "zod";

/** For a rule about several fields: it runs as soon as these were read, whatever else is still wrong. */
export function onceRead(...names: readonly string[]) {
  return (payload: z.core.ParsePayload): boolean =>
    !payload.issues.some((issue) => names.includes(String(issue.path?.[0])));
}
