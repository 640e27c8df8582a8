import { z } from "zod";
import { normaliseEmail } from "@/lib/policy/address";

/**
 * An e-mail address as it is kept and compared: trimmed, NFKC, lower case.
 * @param key the message key of the `errors` namespace without its last part: `.missing`, `.unreal`
 */
export function emailAddress(key: string) {
  return z.string({ error: `${key}.missing` }).transform((typed, context) => {
    const address = normaliseEmail(typed);
    if (address !== null) return address;
    const message = typed.trim() === "" ? `${key}.missing` : `${key}.unreal`;
    context.addIssue({ code: "custom", message });
    return z.NEVER;
  });
}
