import { titlesIn } from "@/app/_titles/titles-in";

/** The title of a page of the policy, by its key in the `policyRegister` words. */
export const policyTitle = titlesIn("policyRegister");
