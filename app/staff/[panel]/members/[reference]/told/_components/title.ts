import { titlesIn } from "@/app/_titles/titles-in";

/** The title of a page about what a person told us, by its key. Never a name: titles end up in histories. */
export const toldTitle = titlesIn("decisions.told");
