import { ofMember } from "@/app/_resident/member-title";
import { titlesIn } from "@/app/_titles/titles-in";

/** The title of a page about requests, by its key in the `requests` words. Never a person's name: titles end up in histories. */
export const requestsTitle = titlesIn("requests");

/** The same of a member's own page, whose address does not name the panel. */
export const requestsTitleOfMember = titlesIn("requests", ofMember);
