import { titlesIn } from "@/app/_titles/titles-in";

/** The title of a page of what is known, by its key. Never a name: titles end up in histories. */
export const knownTitle = titlesIn("known");
