import { parsePhoneNumberFromString } from "libphonenumber-js/min";
import { parsePhoneNumberFromString as parseMobileNumber } from "libphonenumber-js/mobile";

/** Mobile numbers that Ofcom keeps free for stories: nobody has one, so examples and the demo use them. */
const madeUp = /^\+447700900\d{3}$/;

/** A number in E.164, read as someone in the UK types it; null when nobody can have it. */
export function readPhoneNumber(typed: string): string | null {
  const number = parsePhoneNumberFromString(typed, "GB");
  if (number === undefined) return null;
  return number.isValid() || madeUp.test(number.number) ? number.number : null;
}

/** Whether text messages reach a number (E.164): a mobile does, a landline does not. */
export function takesTexts(e164: string): boolean {
  return madeUp.test(e164) || parseMobileNumber(e164)?.isValid() === true;
}

/** E.164 as people write it in the UK, for showing: numbers from elsewhere with their country code. */
export function writePhoneNumber(e164: string): string {
  const number = parsePhoneNumberFromString(e164);
  if (number === undefined) return e164;
  return number.countryCallingCode === "44" ? number.formatNational() : number.formatInternational();
}
