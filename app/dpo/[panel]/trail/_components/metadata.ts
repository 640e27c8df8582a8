import { titlesIn } from "@/app/_titles/titles-in";

/** The title of a page below the trail, by its key in the `trail` words. Never a name or a reference. */
export const trailTitle = titlesIn("trail");
