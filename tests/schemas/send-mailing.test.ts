import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { sendMailingSchema } from "@/lib/schemas/audience-mailing";

const form = {
  activity: randomUUID(),
  page: "preview",
  audience: JSON.stringify({ who: "members", areas: [], tenures: [], interests: [] }),
  subject: "Would you like to come?",
  opening: "We would love to see you.\r\n\r\nTea is on us.",
  shownSubject: "Would you like to come?",
  shownOpening: "We would love to see you.\n\nTea is on us.",
  key: randomUUID(),
  reviewed: "on",
  shownReview: "",
  asked: "promotion incentive",
  promotion: "none",
  incentive: "thirdPartyVoucher",
};

describe("words that were typed below the preview", () => {
  it("are sent when they are the words that were shown", () => {
    expect(sendMailingSchema.parse(form)).toMatchObject({ look: false, unseen: undefined });
  });

  it.each([
    ["another subject", { subject: "Come!" }],
    ["other words of one's own", { opening: "Come, please." }],
    ["no words any more", { opening: "" }],
    ["shown words that cannot be read", { shownOpening: "x".repeat(2_000) }],
  ])("are shown first, and kept, and nothing is sent: %s", (_what, typed) => {
    const read = sendMailingSchema.parse({ ...form, ...typed });
    expect(read).toMatchObject({ look: true, unseen: "words" });
    expect(read.subject).toBe({ ...form, ...typed }.subject);
  });

  it("are looked at without vouching for them; to send them is to vouch", () => {
    const { reviewed: _, ...without } = form;
    expect(sendMailingSchema.parse({ ...without, press: "look" })).toMatchObject({
      look: true,
      unseen: undefined,
    });
    const refused = sendMailingSchema.safeParse(without);
    expect(refused.error?.issues.map(({ message }) => message)).toEqual(["reviewed.missing"]);
  });
});

describe("answers about what the words say", () => {
  it.each([
    ["it promotes something", { promotion: "promotes" }],
    ["it offers our own goods", { incentive: "ownGoods" }],
    ["what was shown is not so any more", { shownReview: "promotion=sells&incentive=none" }],
  ])("that change who gets it are shown first, and nothing is sent: %s", (_what, answers) => {
    const read = sendMailingSchema.parse({ ...form, ...answers });
    expect(read).toMatchObject({ look: true, unseen: "answers" });
  });

  it("that were shown are sent", () => {
    const answers = { incentive: "rentCredit", shownReview: "promotion=none&incentive=rentCredit" };
    expect(sendMailingSchema.parse({ ...form, ...answers })).toMatchObject({
      look: false,
      review: { promotion: "none", incentive: "rentCredit", about: null, occasion: null },
    });
  });

  it("that are missing are asked for, each at its place", () => {
    const { promotion: _promotion, incentive: _incentive, ...without } = form;
    const refused = sendMailingSchema.safeParse(without);
    expect(refused.error?.issues.map(({ message }) => message)).toEqual([
      "promotion.missing",
      "incentive.missing",
    ]);
  });
});
