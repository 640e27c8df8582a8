import { z } from "zod";
import { dayFromToday, gatherDate, londonInstant, timeOfDay } from "./activity-date";
import { ofActivity } from "./activity-state";
import { firstBroken, line, lines, maybeLine } from "./activity-words";
import { onceRead } from "./once-read";

function isHttps(typed: string): boolean {
  return URL.canParse(typed) && new URL(typed).protocol === "https:";
}

const joinLink = z
  .string()
  .default("")
  .transform((typed) => typed.trim())
  .superRefine(
    firstBroken<string>(
      [(link) => link === "" || isHttps(link), "joinLink.unreal"],
      [(link) => link.length <= 500, "joinLink.long"],
    ),
  );

const capacity = z
  .string({ error: "capacity.missing" })
  .transform((typed) => typed.trim())
  .superRefine(
    firstBroken<string>(
      [(typed) => typed !== "", "capacity.missing"],
      [(typed) => /^\d{1,4}$/.test(typed) && Number(typed) >= 1 && Number(typed) <= 1000, "capacity.unreal"],
    ),
  )
  .transform(Number);

/** What a focus group tells members, as typed. */
const details = {
  title: line("activityTitle", 120),
  summary: lines("activitySummary", 1500),
  date: dayFromToday("activityDate"),
  startsAt: timeOfDay("startsAt"),
  endsAt: timeOfDay("endsAt"),
  place: maybeLine("place", 200),
  joinLink,
  capacity,
  adjustmentsAsked: line("adjustmentsAsked", 300),
};

type Typed = {
  readonly date: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly place: string;
  readonly joinLink: string;
};

/** Adds the rules about several fields, and puts day and times together as two instants. */
function withSession<Form extends Typed>(form: z.ZodType<Form>) {
  return z.preprocess(
    (posted) => gatherDate("date", posted),
    form
      .refine(({ date, startsAt }) => londonInstant(date, startsAt) !== null, {
        path: ["startsAt"],
        error: "startsAt.skipped",
        when: onceRead("date", "startsAt"),
      })
      .refine(({ startsAt, endsAt }) => startsAt < endsAt, {
        path: ["endsAt"],
        error: "endsAt.beforeStart",
        when: onceRead("startsAt", "endsAt"),
      })
      .refine(({ place, joinLink: link }) => place !== "" || link !== "", {
        path: ["place"],
        error: "place.orLink",
        when: onceRead("place", "joinLink"),
      })
      .transform(({ date, startsAt, endsAt, place, joinLink: link, ...rest }) => ({
        ...rest,
        startsAt: instant(date, startsAt),
        endsAt: instant(date, endsAt),
        place: place === "" ? null : place,
        joinLink: link === "" ? null : link,
      })),
  );
}

/**
 * The form for a new focus group. Date and times are civil, Europe/London; the output holds the two instants.
 * `place` and `joinLink` are null when empty; one of them is there.
 */
export const focusGroupSchema = withSession(
  z.strictObject({
    ...details,
    purposeKey: z.string({ error: "purposeKey.missing" }).min(1, { error: "purposeKey.missing" }),
  }),
);

/** The form that changes one. What it is for stays: whoever was asked was asked for that. */
export const changedFocusGroupSchema = withSession(z.strictObject({ ...details, ...ofActivity }));

// The end may fall into the hour the clock skips although the start does not; an hour later is what was meant.
function instant(date: string, time: string): Date {
  const found = londonInstant(date, time) ?? londonInstant(date, laterByAnHour(time));
  if (found === null) throw new Error("Two hours in a row do not exist on this day");
  return found;
}

function laterByAnHour(time: string): string {
  return `${String(Number(time.slice(0, 2)) + 1).padStart(2, "0")}${time.slice(2)}`;
}

export type FocusGroup = z.output<typeof focusGroupSchema>;
export type ChangedFocusGroup = z.output<typeof changedFocusGroupSchema>;
