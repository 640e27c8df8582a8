// By when a request must be answered: UK GDPR 12(3), 12A and 4A with Regulation 1182/71 article 3 (law.md RR-2 to RR-5).
// Days are civil, in Europe/London; the last one counts to its end.
import { addPeriod, endOfDay, isCivilDate } from "../civil";
import type { CivilDate, Nation } from "../vocabulary";
import { bankHolidays, holidaysKnown } from "./bank-holidays";
import { asked, askable, type Asked, type RequestClockKind, type RequestKind } from "./request";

/** One happening; `sent`: for an extension, false when it is known that its notice did not go out. */
export type ClockEvent = {
  readonly kind: RequestClockKind;
  readonly on: CivilDate;
  readonly sent?: boolean;
};

export type ClockFacts = {
  readonly kind: RequestKind;
  readonly receivedOn: CivilDate;
  readonly events: readonly ClockEvent[];
  readonly nation: Nation;
  /** The day on which it is asked: until then an open question has waited. */
  readonly today: CivilDate;
};

/** `late`: after its last day, or not sent; it does not lengthen anything. */
export type Extension = "none" | "valid" | "late" | "notSent";

export type RequestClock = {
  /** The day from which the month counts, and what happened on it. */
  readonly startsOn: CivilDate;
  readonly startedBy: "received" | "identityReceived" | "authorityReceived" | "feePaid";
  readonly months: 1 | 3;
  /** Days that do not count, because a clarification was waited for (12A(5)). */
  readonly pausedDays: number;
  /** What was asked of the person and is not here yet: until then the clock stands still. */
  readonly waitsFor: readonly Asked[];
  readonly extension: Extension;
  /** The last day on which the notice of an extension counts. */
  readonly extendBy: CivilDate;
  /** The last day before it moved on over a weekend or bank holidays; the same as `dueOn` where it did not move. */
  readonly unrolledOn: CivilDate;
  readonly dueOn: CivilDate;
  /** False where the bank holidays of that year are not published: then only weekends were looked at. */
  readonly holidaysKnown: boolean;
  readonly standing: "running" | "waiting" | "overdue";
};

function plus(day: CivilDate, period: string): CivilDate {
  const sum = addPeriod(day, period);
  if (sum === null) throw new RangeError("A request's clock needs real days");
  return sum;
}

function isFreeDay(day: CivilDate, nation: Nation): boolean {
  const weekday = new Date(`${day}T12:00:00Z`).getUTCDay();
  return weekday === 0 || weekday === 6 || bankHolidays[nation].has(day);
}

/** The first day from this one on that is neither Saturday, Sunday nor a bank holiday of the nation. */
export function rollForward(day: CivilDate, nation: Nation): CivilDate {
  let on = day;
  while (isFreeDay(on, nation)) on = plus(on, "P1D");
  return on;
}

/** How many of one thing happened by now. */
function count(events: readonly ClockEvent[], kind: RequestClockKind): number {
  return events.filter((event) => event.kind === kind).length;
}

/** The days from asking to answering, both among them, each once; one without an answer runs to today (12A(5)). */
function pausedDays({ kind, events, today }: ClockFacts, startsOn: CivilDate): number {
  if (kind !== "access") return 0;
  const [ask, answer] = asked.clarification;
  const daysOf = (which: RequestClockKind) => events.filter((one) => one.kind === which).map(({ on }) => on);
  const [asks, answers] = [daysOf(ask), daysOf(answer)];
  const last = [today, ...answers].toSorted().at(-1) ?? today;
  let days = 0;
  for (let day = asks.toSorted()[0] ?? "9999"; day <= last; day = plus(day, "P1D")) {
    const open = asks.filter((on) => on <= day).length - answers.filter((on) => on < day).length;
    if (open > 0 && day >= startsOn) days += 1;
  }
  return days;
}

const starts = ["identityReceived", "authorityReceived", "feePaid"] as const;

/** The latest of what the month counts from (12A(2); law.md RR-3). A check of identity starts it anew; it never pauses it. */
function startOf({ receivedOn, events }: ClockFacts): Pick<RequestClock, "startsOn" | "startedBy"> {
  return starts.reduce<Pick<RequestClock, "startsOn" | "startedBy">>(
    (latest, startedBy) =>
      events
        .filter(({ kind }) => kind === startedBy)
        .reduce((best, { on }) => (on > best.startsOn ? { startsOn: on, startedBy } : best), latest),
    { startsOn: receivedOn, startedBy: "received" },
  );
}

function extensionOf(events: readonly ClockEvent[], extendBy: CivilDate): Extension {
  const notices = events.filter(({ kind }) => kind === "extended");
  if (notices.length === 0) return "none";
  const sent = notices.filter((notice) => notice.sent !== false);
  if (sent.length === 0) return "notSent";
  return sent.some(({ on }) => on <= extendBy) ? "valid" : "late";
}

/** Where a request's clock stands. @throws RangeError for a day that is none */
export function requestClock(facts: ClockFacts): RequestClock {
  const { events, nation, today } = facts;
  if (![facts.receivedOn, today, ...events.map(({ on }) => on)].every(isCivilDate))
    throw new RangeError("A request's clock needs real days");
  const start = startOf(facts);
  const paused = pausedDays(facts, start.startsOn);
  const unrolled = (period: string) => plus(plus(start.startsOn, period), `P${paused}D`);
  const extendBy = rollForward(unrolled("P1M"), nation);
  const extension = extensionOf(events, extendBy);
  const months = extension === "valid" ? 3 : 1;
  const unrolledOn = unrolled(`P${months}M`);
  const dueOn = rollForward(unrolledOn, nation);
  const waitsFor = askable.filter((one) => {
    if (one === "clarification" && facts.kind !== "access") return false;
    const [ask, answer] = asked[one];
    return count(events, ask) > count(events, answer);
  });
  const standing = waitsFor.length > 0 ? "waiting" : today > dueOn ? "overdue" : "running";
  return {
    ...{ ...start, months, pausedDays: paused, waitsFor, extension, extendBy, unrolledOn, dueOn, standing },
    holidaysKnown: holidaysKnown(dueOn),
  };
}

/** The instant (epoch ms) from which a request is late. */
export function lateFrom(dueOn: CivilDate): number {
  const end = endOfDay(dueOn);
  if (end === null) throw new RangeError("A request's clock needs real days");
  return end;
}
