import { getRequestConfig } from "next-intl/server";
import { messagesFor } from "@/lib/messages";

/** Words and formats for one request. English now; another language is another folder under messages/. */
export default getRequestConfig(() => ({
  locale: "en-GB",
  timeZone: "Europe/London",
  messages: messagesFor("en"),
}));
