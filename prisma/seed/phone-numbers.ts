/**
 * Where Ofcom keeps numbers free for stories, a thousand each, so that nobody real is rung
 * (https://www.ofcom.org.uk/phones-and-broadband/phone-numbers/numbers-for-drama): mobiles first, then landlines.
 */
const rangesForStories = [
  "+447700900",
  "+442079460",
  ...["113", "114", "116", "117", "118", "121", "131", "141", "151", "161"].map((area) => `+44${area}4960`),
  "+441914980",
  "+442890180",
  "+442920180",
];

/** A number of its own for the person with this serial number; null when all there are for stories have been given out. */
export function phoneNumberOf(serial: number): string | null {
  const range = rangesForStories[Math.floor(serial / 1000)];
  return range === undefined ? null : `${range}${String(serial % 1000).padStart(3, "0")}`;
}
