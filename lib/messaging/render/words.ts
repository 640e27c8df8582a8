import { createTranslator } from "next-intl";
import { messagesFor } from "@/lib/messages";

const timeZone = "Europe/London";

/** The words of all mails. English now; a member's language picks another folder of messages/ when there is one. */
export const mailWords = createTranslator({
  locale: "en-GB",
  timeZone,
  messages: messagesFor("en"),
  namespace: "mail",
});

const day = new Intl.DateTimeFormat("en-GB", { timeZone, day: "numeric", month: "long", year: "numeric" });
const weekday = new Intl.DateTimeFormat("en-GB", { timeZone, weekday: "long" });
const hour = new Intl.DateTimeFormat("en-GB", { timeZone, hour: "numeric", minute: "2-digit", hour12: true });

/** "20 May 2029", in London. */
export function longDate(at: Date): string {
  return day.format(at);
}

/** "Sunday 20 May 2029", in London. */
export function fullDate(at: Date): string {
  return `${weekday.format(at)} ${longDate(at)}`;
}

/** "10:30am", in London. */
export function timeOfDay(at: Date): string {
  return hour
    .format(at)
    .replaceAll(/[\s\u202f]/g, "")
    .toLowerCase();
}
