import { describe, expect, it } from "vitest";
import type { OfferedChoice } from "@/lib/policy/join-choices";
import { readChoices, readQuestions, readSensitive } from "@/lib/schemas/join-answers";
import { joinDetailsSchema } from "@/lib/schemas/join-details";
import { writePhoneNumber } from "@/lib/schemas/phone-number";
import { signInCodeSchema, signInRequestSchema } from "@/lib/schemas/sign-in";
import { presetDocument } from "@/tests/support/panel";

const typed = { givenName: "Sam", familyName: "Walker", email: "sam@mail.example" };

function faultsOf(details: Record<string, string>): string[] {
  const read = joinDetailsSchema.safeParse({ ...typed, ...details });
  return read.success ? [] : read.error.issues.map(({ path, message }) => `${path.join(".")} ${message}`);
}

describe("details", () => {
  it.each([
    ["nothing but name and e-mail", {}, []],
    ["a mobile number as people write it", { phone: "07700 900 123" }, []],
    ["a number from abroad", { phone: "+33 1 42 68 53 00" }, []],
    ["a number that nobody can have", { phone: "07700" }, ["phone join.phone.unreal"]],
    ["words for a number", { phone: "ask my wife" }, ["phone join.phone.unreal"]],
    ["no first name", { givenName: "  " }, ["givenName join.givenName.missing"]],
    ["an address without a dot", { email: "sam@mail" }, ["email join.email.unreal"]],
    ["two addresses", { email: "a@b.example, c@d.example" }, ["email join.email.unreal"]],
    [
      "a postcode in small letters without a space",
      { addressLine1: "1 High St", town: "Leeds", postcode: "wf131ax" },
      [],
    ],
    [
      "half a postcode",
      { addressLine1: "1 High St", town: "Leeds", postcode: "WF13" },
      ["postcode join.postcode.unreal"],
    ],
    [
      "a street and nothing else",
      { addressLine1: "1 High St" },
      ["town join.town.missing", "postcode join.postcode.missing"],
    ],
    [
      "a postcode and nothing else",
      { postcode: "G1 1HL" },
      ["addressLine1 join.addressLine1.missing", "town join.town.missing"],
    ],
  ] as const)("with %s", (_name, details, faults) => {
    expect(faultsOf(details)).toEqual(faults);
  });

  it("are kept in the form they are compared and sent in", () => {
    const read = joinDetailsSchema.parse({ ...typed, email: " Sam@Mail.Example ", phone: "07700 900 123" });
    expect(read).toMatchObject({ email: "sam@mail.example", phone: "+447700900123" });
    expect(writePhoneNumber(read.phone)).toBe("07700 900123");
  });
});

describe("choices", () => {
  const question: OfferedChoice = { purposeKey: "news", channel: "email", way: "question", ask: "May we?" };
  const objection: OfferedChoice = { purposeKey: "research", channel: null, way: "objection", ask: null };

  it("take no answer for granted", () => {
    const read = readChoices([question], {});
    expect(read).toMatchObject({
      ok: false,
      faults: { "choice-news-email": [{ code: "join.choice.missing" }] },
    });
  });

  it.each([
    ["yes", { "choice-news-email": "yes" }, "yes"],
    ["no", { "choice-news-email": "no" }, "no"],
  ] as const)("take %s as it was said", (_name, posted, answer) => {
    const read = readChoices([question], posted);
    expect(read.ok && read.value.get("choice-news-email")).toBe(answer);
  });

  it.each([
    ["left empty", {}, "yes"],
    ["ticked", { "choice-research-all": "no" }, "no"],
  ] as const)("read a box against a purpose that was %s", (_name, posted, answer) => {
    const read = readChoices([objection], posted);
    expect(read.ok && read.value.get("choice-research-all")).toBe(answer);
  });
});

describe("optional questions", () => {
  const document = presetDocument("connect");
  const ethnicity = document.fields.filter(({ key }) => key === "ethnicity");
  const interests = document.fields.filter(({ key }) => key === "interests");

  it("keep only answers the policy offers", () => {
    const [known = ""] = document.interests;
    const read = readQuestions(document, interests, {
      "answer-interests": [known, "made up"],
      "answer-other": "x",
    });
    expect(read).toEqual({ ok: true, value: { interests: [known] } });
  });

  it("refuse a sensitive answer without the statement affirmed", () => {
    const read = readSensitive(document, ethnicity, { "answer-ethnicity": "white" });
    expect(read).toMatchObject({
      ok: false,
      faults: { "agree-ethnicity": [{ code: "join.agree.missing" }] },
    });
  });

  it("keep a sensitive answer with the exact statement", () => {
    const read = readSensitive(document, ethnicity, { "answer-ethnicity": "white", "agree-ethnicity": "on" });
    expect(read).toEqual({
      ok: true,
      value: { ethnicity: { value: "white", statement: ethnicity[0]?.explicitConsent } },
    });
  });

  it.each([{}, { "answer-ethnicity": "" }, { "answer-ethnicity": "i-prefer-not-to-say" }])(
    "keep nothing when somebody would rather not say: %j",
    (posted) => {
      expect(readSensitive(document, ethnicity, posted)).toEqual({ ok: true, value: {} });
    },
  );
});

describe("signing in", () => {
  it.each(["12345678", "1234 5678", " 1234-5678\n", "１２３４５６７８"])(
    "reads the code %j however it was pasted",
    (code) => {
      expect(signInCodeSchema.parse({ code })).toEqual({ code: "12345678" });
    },
  );

  it.each([
    ["", "signIn.code.missing"],
    ["1234", "signIn.code.unreal"],
    ["1234567a", "signIn.code.unreal"],
  ])("refuses %j", (code, message) => {
    expect(signInCodeSchema.safeParse({ code }).error?.issues[0]?.message).toBe(message);
  });

  it("compares addresses in one form", () => {
    expect(signInRequestSchema.parse({ email: " SAM@mail.example" })).toEqual({ email: "sam@mail.example" });
  });
});
