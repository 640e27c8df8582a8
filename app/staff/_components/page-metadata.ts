import { titlesIn } from "@/app/_titles/titles-in";

/** The title of a staff page, by its key in the `staff` words. Never a person's name: titles end up in histories. */
export const staffTitle = titlesIn("staff");
