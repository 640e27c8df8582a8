"use server";
import { formAction } from "@/lib/actions/form-action";
import { begin } from "@/lib/actions/join/begin";
import { keepAboutYou, keepDetails, keepEquality, keepPostedChoices } from "@/lib/actions/join/pages";
import { joinStartSchema } from "@/lib/schemas/join-start";
import { postedAnswersSchema } from "@/lib/schemas/join-answers";
import { joinDetailsPageSchema } from "@/lib/schemas/join-details";

const shared = { verb: "join.apply", as: "session" } as const;
const page = { ...shared, panel: "last" } as const;

export const startJoining = formAction({
  ...shared,
  name: "startJoining",
  schema: joinStartSchema,
  keep: ["edition"],
  run: begin,
});

export const saveDetails = formAction({
  ...page,
  name: "saveDetails",
  schema: joinDetailsPageSchema,
  keep: ["givenName", "familyName", "email", "phone", "addressLine1", "addressLine2", "town", "postcode"],
  run: keepDetails,
});

export const saveChoices = formAction({
  ...page,
  name: "saveChoices",
  schema: postedAnswersSchema,
  keep: ["choice-*"],
  run: keepPostedChoices,
});

export const saveAboutYou = formAction({
  ...page,
  name: "saveAboutYou",
  schema: postedAnswersSchema,
  lists: ["answer-*"],
  keep: ["answer-*"],
  run: keepAboutYou,
});

export const saveEquality = formAction({
  ...page,
  name: "saveEquality",
  schema: postedAnswersSchema,
  keep: ["answer-*", "agree-*"],
  run: keepEquality,
});
