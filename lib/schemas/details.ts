import { z } from "zod";
import { noticeFormats } from "@/lib/policy/document-parts";
import { firstBroken, line, maybeLine } from "./activity-words";
import { emailAddress } from "./email-address";
import { readPhoneNumber } from "./phone-number";
import { readPostcode } from "./uk-postcode";

// Name, phone, address and e-mail address, as they are given while joining and put right afterwards: the same rules and the
// same sentences. Each form takes the parts it asks for.

export const nameFields = { givenName: line("join.givenName", 80), familyName: line("join.familyName", 80) };

export const emailField = { email: emailAddress("join.email") };

/** An optional line that `read` must know: as it writes it, or empty. */
function known(read: (typed: string) => string | null, message: string) {
  return z
    .string()
    .default("")
    .transform((typed) => typed.trim())
    .superRefine(firstBroken<string>([(typed) => typed === "" || read(typed) !== null, message]))
    .transform((typed) => (typed === "" ? "" : (read(typed) ?? "")));
}

/** The number in E.164, empty where none was given. */
export const phoneField = known(readPhoneNumber, "join.phone.unreal");

export const addressFields = {
  addressLine1: maybeLine("join.addressLine1", 120),
  addressLine2: maybeLine("join.addressLine2", 120),
  town: maybeLine("join.town", 80),
  postcode: known(readPostcode, "join.postcode.unreal"),
};

type Address = Readonly<Record<keyof typeof addressFields, string>>;

/** A home address is whole or empty: half of one reaches nobody. */
export function wholeAddress(address: Address, context: z.core.$RefinementCtx): void {
  const parts = ["addressLine1", "town", "postcode"] as const;
  if ([...parts, "addressLine2" as const].every((part) => address[part] === "")) return;
  for (const part of parts) {
    if (address[part] === "")
      context.addIssue({ code: "custom", path: [part], message: `join.${part}.missing` });
  }
}

// The forms with which members put their details right, one part each.

export const nameSchema = z.strictObject(nameFields);
export const addressSchema = z.strictObject(addressFields).superRefine(wholeAddress);
export const newEmailSchema = z.strictObject(emailField);

/** The format somebody reads best. */
export const formatSchema = z.strictObject({ format: z.enum(noticeFormats, { error: "format.missing" }) });

/** The number in E.164, or null when the field was emptied. */
export const phoneSchema = z.strictObject({
  phone: phoneField.transform((number) => (number === "" ? null : number)),
});
