import { parsePhoneNumberFromString } from "libphonenumber-js/max";

/** A number in E.164, read as someone in the UK types it; null when nobody can have it. */
export function readPhoneNumber(typed: string): string | null {
  const number = parsePhoneNumberFromString(typed, "GB");
  return number?.isValid() === true ? number.number : null;
}

/** E.164 as people in its country write it, for showing. */
export function writePhoneNumber(e164: string): string {
  const number = parsePhoneNumberFromString(e164);
  if (number === undefined) return e164;
  return number.country === "GB" ? number.formatNational() : number.formatInternational();
}
