"use server";
import { formAction } from "@/lib/actions/form-action";
import { sealSearch } from "@/lib/queries/staff/sealed-search";
import { ok } from "@/lib/result";
import { memberSearchSchema } from "@/lib/schemas/member-search";
import { staffPath } from "../../_components/paths";

/** Seals what was typed, so that the list's address names nobody. */
export const searchMembers = formAction({
  name: "searchMembers",
  verb: "member.list",
  as: "session",
  schema: memberSearchSchema,
  keep: ["words"],
  run: async ({ panel }, { words, ...filters }) => {
    const search = words.trim() === "" ? "" : sealSearch(words.trim());
    return ok({ redirectTo: staffPath(panel.slug, "members", { ...filters, search }) });
  },
});
