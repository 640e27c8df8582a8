import { titlesIn } from "@/app/_titles/titles-in";

/** The title of a page about legal holds, by its key in their words. */
export const holdsTitle = titlesIn("holds");
