import { titlesIn } from "@/app/_titles/titles-in";

/** The title of a resident's page, by its key in the `member` words. Never a name: titles end up in histories. */
export const memberTitle = titlesIn("member");
