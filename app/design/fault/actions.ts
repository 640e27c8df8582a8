"use server";
import { z } from "zod";
import { formAction } from "@/lib/actions/form-action";
import { ok } from "@/lib/result";
import { requireGallery } from "../_gallery/open";

export const breakForm = formAction({
  name: "breakForm",
  verb: "signIn.request",
  as: "session",
  panel: "none",
  schema: z.strictObject({ break: z.literal("1").optional() }),
  keep: [],
  run: async (_call, asked) => {
    requireGallery();
    if (asked.break !== undefined) throw new Error("This form was asked to break");
    return Promise.resolve(ok({ redirectTo: "/design/fault" }));
  },
});
