import { titlesIn } from "@/app/_titles/titles-in";

/** The title of a "Why?" page, by its key in the `why` words. Never a person's name: titles end up in histories. */
export const whyTitle = titlesIn("why");
