import { titlesIn } from "@/app/_titles/titles-in";

/** The title of a page about assessments, by its key in their words. */
export const accountabilityTitle = titlesIn("accountability");
