import { titlesIn } from "@/app/_titles/titles-in";

/** The title of a page about notices, by its key in their words. */
export const noticesTitle = titlesIn("notices.dpo");
