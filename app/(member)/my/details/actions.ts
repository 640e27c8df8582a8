"use server";
import { formAction } from "@/lib/actions/form-action";
import { saveAbout, saveDetails, saveNewEmail } from "@/lib/actions/resident/details";
import { addressSchema, formatSchema, nameSchema, newEmailSchema, phoneSchema } from "@/lib/schemas/details";
import { postedAnswersSchema } from "@/lib/schemas/join-answers";

export const changeName = formAction({
  name: "my.changeName",
  verb: "details.change",
  as: "session",
  schema: nameSchema,
  keep: ["givenName", "familyName"],
  run: (call, input) => saveDetails(call, { part: "name", ...input }),
});

export const changeAddress = formAction({
  name: "my.changeAddress",
  verb: "details.change",
  as: "session",
  schema: addressSchema,
  keep: ["addressLine1", "addressLine2", "town", "postcode"],
  run: (call, { addressLine1, addressLine2, town, postcode }) =>
    saveDetails(call, {
      part: "address",
      addressLine1: addressLine1 || null,
      addressLine2: addressLine2 || null,
      town: town || null,
      postcode: postcode || null,
    }),
});

export const changePhone = formAction({
  name: "my.changePhone",
  verb: "details.change",
  as: "session",
  schema: phoneSchema,
  keep: ["phone"],
  run: (call, { phone }) =>
    saveDetails(call, { part: "phone", phone: phone === null ? null : { typed: phone, normalised: phone } }),
});

export const changeEmail = formAction({
  name: "my.changeEmail",
  verb: "details.change",
  as: "session",
  schema: newEmailSchema,
  keep: ["email"],
  run: (call, { email }) => saveNewEmail(call, email),
});

export const changeFormat = formAction({
  name: "my.changeFormat",
  verb: "details.change",
  as: "session",
  schema: formatSchema,
  keep: ["format"],
  run: (call, { format }) => saveDetails(call, { part: "format", preferredFormat: format }),
});

export const changeAbout = formAction({
  name: "my.changeAbout",
  verb: "details.change",
  as: "session",
  schema: postedAnswersSchema,
  lists: ["answer-*"],
  keep: ["answer-*"],
  run: saveAbout,
});
