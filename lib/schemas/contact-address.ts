import { normaliseEmail } from "@/lib/policy/address";
import type { StoppedAddress } from "@/lib/policy/stop-lines";
import { readPhoneNumber } from "./phone-number";

/** An address or number in the one form that is compared: an e-mail address in lower case, a number in E.164. */
export type ContactAddress = { readonly kind: StoppedAddress; readonly normalised: string };

/** What somebody typed or wrote, as an address or number; null when it is neither (law.md RT-3). */
export function readContactAddress(typed: string): ContactAddress | null {
  if (typed.includes("@") || typed.includes("＠")) {
    const normalised = normaliseEmail(typed);
    return normalised === null ? null : { kind: "email", normalised };
  }
  const normalised = readPhoneNumber(typed);
  return normalised === null ? null : { kind: "phone", normalised };
}
