import { z } from "zod";
import { isCivilDate, isPeriod } from "@/lib/policy/civil";
import { channels } from "@/lib/policy/vocabulary";

// What the parts of a policy document are made of. The messages say what to write instead.

export const text = z.string().trim().min(1, "Write some words here").max(2_000);
export const texts = z.array(text).max(200).readonly();
export const key = z.string().regex(/^[a-z][A-Za-z0-9-]{0,63}$/, "Use letters, digits and hyphens");
export const keys = z.array(key).max(200).readonly();
export const day = z
  .string()
  .refine(isCivilDate, "Write a day that exists, as YYYY-MM-DD")
  .meta({ format: "date" });
export const period = z
  .string()
  .refine(isPeriod, 'Write a period such as P6M or P3Y; "indefinitely" is no period')
  .meta({ description: "ISO 8601 period of whole years, months, weeks and days" });
export const channelList = z.array(z.enum(channels)).max(channels.length).readonly();

/** A list of at most so many, of things that may not be changed. */
export function few<T extends z.ZodType>(item: T, most: number) {
  return z.array(item).max(most).readonly();
}

/** An object with these keys and no others. */
export function only<S extends z.core.$ZodShape>(shape: S) {
  return z.strictObject(shape).readonly();
}
