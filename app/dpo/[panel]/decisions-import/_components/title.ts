import { titlesIn } from "@/app/_titles/titles-in";

/** The title of a page about decisions that were brought in, by its key in the `decisions` words. */
export const decisionsTitle = titlesIn("decisions");
