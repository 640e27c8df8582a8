import { z } from "zod";
import { dayFromToday, gatherDate } from "./activity-date";

const token = z.string().max(1000).optional();
const ownFields = new Set(["stop", "token"]);

/**
 * The form about one purpose or all: yes or no for each channel, named as `choiceName` names them. `stop` is the key of a
 * purpose whose stop button was pressed.
 */
export const choicesSchema = z
  .object({ stop: z.string().max(100).optional(), token })
  .catchall(z.enum(["yes", "no"], { error: "choice.unclear" }))
  .superRefine((form, context) => {
    const strange = Object.keys(form).some((name) => !ownFields.has(name) && !name.startsWith("choice-"));
    if (strange) context.addIssue({ code: "custom", message: "form.unreadable" });
  });

export type PostedChoices = z.output<typeof choicesSchema>;

/** A press on a button that needs no more than to know who pressed it. */
export const pressSchema = z.strictObject({ token });

/** The same press on a page that a signed link opened. */
export const linkPressSchema = z.strictObject({ token: z.string().max(1000) });

const reason = z.string().trim().max(300, { error: "leave.reason.long" }).default("");

/** Leaving, with words of their own or none. */
export const leaveSchema = z.strictObject({ token, reason });

/** The same on a page that a signed link opened. */
export const linkLeaveSchema = z.strictObject({ token: z.string().max(1000), reason });

/** The form for a break: some months from today, or through a day of the person's own choice. `until` is a civil day (Europe/London), the last one of the break; asked for with `date` only. */
export const pauseSchema = z.preprocess(
  (form) => withoutUnusedDate(gatherDate("until", form)),
  z.discriminatedUnion(
    "length",
    [
      z.strictObject({ length: z.enum(["P1M", "P3M", "P6M"]), token }),
      z.strictObject({ length: z.literal("date"), until: dayFromToday("pause.until"), token }),
    ],
    { error: "pause.length.missing" },
  ),
);

function withoutUnusedDate(form: unknown): unknown {
  if (typeof form !== "object" || form === null || !("length" in form) || form.length === "date") return form;
  return Object.fromEntries(Object.entries(form).filter(([name]) => name !== "until"));
}
