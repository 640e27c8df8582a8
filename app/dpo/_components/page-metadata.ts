import { titlesIn } from "@/app/_titles/titles-in";

/** The title of a data protection page, by its key in the `dpo` words. Never a reference: titles end up in histories. */
export const dpoTitle = titlesIn("dpo");
