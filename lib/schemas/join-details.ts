import { z } from "zod";
import { firstBroken, line, maybeLine } from "./activity-words";
import { emailAddress } from "./email-address";
import { readPhoneNumber } from "./phone-number";
import { readPostcode } from "./uk-postcode";

const phone = z
  .string()
  .default("")
  .transform((typed) => typed.trim())
  .superRefine(
    firstBroken<string>([(typed) => typed === "" || readPhoneNumber(typed) !== null, "join.phone.unreal"]),
  )
  .transform((typed) => (typed === "" ? "" : (readPhoneNumber(typed) ?? "")));

const postcode = z
  .string()
  .default("")
  .transform((typed) => typed.trim())
  .superRefine(
    firstBroken<string>([(typed) => typed === "" || readPostcode(typed) !== null, "join.postcode.unreal"]),
  )
  .transform((typed) => readPostcode(typed) ?? "");

const fields = z.strictObject({
  givenName: line("join.givenName", 80),
  familyName: line("join.familyName", 80),
  email: emailAddress("join.email"),
  phone,
  addressLine1: maybeLine("join.addressLine1", 120),
  addressLine2: maybeLine("join.addressLine2", 120),
  town: maybeLine("join.town", 80),
  postcode,
});

/** A home address is whole or absent: half of one reaches nobody. */
function wholeAddress(details: z.output<typeof fields>, context: z.core.$RefinementCtx): void {
  const parts = ["addressLine1", "town", "postcode"] as const;
  if ([...parts, "addressLine2" as const].every((part) => details[part] === "")) return;
  for (const part of parts) {
    if (details[part] === "")
      context.addIssue({ code: "custom", path: [part], message: `join.${part}.missing` });
  }
}

/**
 * The details page of joining. Empty strings where nothing was given; the phone number in E.164, the postcode as it is
 * written, the e-mail address as it is compared.
 */
export const joinDetailsSchema = fields.superRefine(wholeAddress);

/** The same page as posted; `change` is there when it was opened from the answers to put something right. */
export const joinDetailsPageSchema = fields
  .extend({ change: z.literal("1").optional() })
  .superRefine(wholeAddress);

export type JoinDetails = z.output<typeof joinDetailsSchema>;
