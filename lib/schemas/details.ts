import { z } from "zod";
import { firstBroken, line, maybeLine } from "./activity-words";
import { emailAddress } from "./email-address";
import { readPhoneNumber } from "./phone-number";
import { readPostcode } from "./uk-postcode";

// The forms with which members put their details right, one part each. The sentences are those of the join form.

export const nameSchema = z.strictObject({
  givenName: line("join.givenName", 80),
  familyName: line("join.familyName", 80),
});

const postcode = z
  .string()
  .default("")
  .transform((typed) => typed.trim())
  .superRefine(
    firstBroken<string>([(typed) => typed === "" || readPostcode(typed) !== null, "join.postcode.unreal"]),
  )
  .transform((typed) => readPostcode(typed) ?? "");

const addressFields = z.strictObject({
  addressLine1: maybeLine("join.addressLine1", 120),
  addressLine2: maybeLine("join.addressLine2", 120),
  town: maybeLine("join.town", 80),
  postcode,
});

/** A home address is whole or empty: half of one reaches nobody. */
export const addressSchema = addressFields.superRefine((address, context) => {
  if (Object.values(address).every((part) => part === "")) return;
  for (const part of ["addressLine1", "town", "postcode"] as const) {
    if (address[part] === "")
      context.addIssue({ code: "custom", path: [part], message: `join.${part}.missing` });
  }
});

/** The number in E.164, or null when the field was emptied. */
export const phoneSchema = z.strictObject({
  phone: z
    .string()
    .default("")
    .transform((typed) => typed.trim())
    .superRefine(
      firstBroken<string>([(typed) => typed === "" || readPhoneNumber(typed) !== null, "join.phone.unreal"]),
    )
    .transform((typed) => (typed === "" ? null : readPhoneNumber(typed))),
});

export const newEmailSchema = z.strictObject({ email: emailAddress("join.email") });
