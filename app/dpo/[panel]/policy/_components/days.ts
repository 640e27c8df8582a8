import { moments } from "../../../_components/moments";

/** A civil day in words; what is no day is shown as it stands. */
export async function dayFormat(): Promise<(day: string) => string> {
  const { civil } = await moments();
  return (day) => (/^\d{4}-\d{2}-\d{2}$/u.test(day) ? civil(day) : day);
}
