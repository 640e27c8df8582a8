import { describe, expect, it } from "vitest";
import { itemHref } from "@/app/dpo/[panel]/policy/_components/draft-paths";
import type { PolicyDocument } from "@/lib/policy/document";
import { renderNotice } from "@/lib/policy/notice";
import { noticeSectionIds } from "@/lib/policy/notice-section";
import { withItem, withoutItem } from "@/lib/schemas/policy-edit";
import { formFromItem, itemFromForm, itemsOf, policyItemSchema } from "@/lib/schemas/policy-item-form";
import { lineOf } from "@/lib/schemas/policy-lines";
import { policyParts, type PartName } from "@/lib/schemas/policy-parts-form";
import { presetDocument } from "../support/panel";

const presets = ["citizens-together", "connect", "customer-voices", "resident-panel"] as const;
const parts = Object.keys(policyParts) as PartName[];

/** A policy that has everything a policy can have. */
function fullDocument(): PolicyDocument {
  const document = presetDocument("resident-panel");
  return {
    ...document,
    organisation: {
      ...document.organisation,
      jointControllers: [{ key: "partner", legalName: "A partner", contact: "x", arrangement: "y" }],
    },
    automatedDecisions: [
      { key: "score", what: "a", logic: "b", effect: "c", significant: false, humanReview: true },
    ],
    quietDates: [
      { from: "2026-12-24", to: "2027-01-02", yearly: true, why: "Holidays." },
      { from: "2026-08-01", to: "2026-08-02", why: "Once." },
    ],
    notice: {
      opening: ["Hello."],
      variants: [
        { language: "cy", format: "standard", title: "Hysbysiad", sections: renderNotice(document) },
        {
          language: "en",
          format: "easyRead",
          title: "Easy",
          sections: [{ id: "pictures", heading: "Pictures", paragraphs: ["One."], list: ["Two."] }],
        },
      ],
    },
  };
}

/** A browser posts ticked boxes as they stand on the page, which need not be the order in the document. */
function ticksTurned(form: Record<string, string | string[]>): Record<string, string | string[]> {
  return Object.fromEntries(
    Object.entries(form).map(([name, value]) => [
      name,
      typeof value === "string" ? value : value.toReversed(),
    ]),
  );
}

describe("the forms of a policy", () => {
  it.each(presets)("%s: saving a form in which nothing was typed changes nothing", (preset) => {
    const document = presetDocument(preset);
    for (const part of parts) {
      for (const { id, item } of itemsOf(document, part)) {
        const form = formFromItem(part, item);
        const again = itemFromForm(part, form, item);
        expect(again, `${part} ${id}`).toEqual(item);
        expect(itemFromForm(part, ticksTurned(form), item), `${part} ${id}`).toEqual(item);
        expect(withItem(document, part, id, again), `${part} ${id}`).toMatchObject({ ok: true, document });
      }
    }
  });

  it("refuse what no form of ours posts, and a part that there is not", () => {
    const form = { part: "recipients", item: "", revision: "1", name: "Mailer" };
    expect(policyItemSchema.safeParse(form).success).toBe(true);
    expect(policyItemSchema.safeParse({ ...form, slot: "1" }).success).toBe(false);
    expect(policyItemSchema.safeParse({ ...form, part: "constructor" }).success).toBe(false);
  });

  it("name every problem at the input that it is about", () => {
    const document = presetDocument("customer-voices");
    const item = {
      key: "mailer",
      name: "",
      role: "friend",
      whatFor: "x",
      where: "x",
      agreementOn: "2026-02-30",
    };
    const edited = withItem(document, "recipients", "", item);
    expect(edited.ok ? [] : Object.keys(edited.problems).toSorted()).toEqual(["agreementOn", "name", "role"]);
  });

  it("do not take the last purpose out", () => {
    const document = presetDocument("customer-voices");
    const one = { ...document, purposes: document.purposes.slice(0, 1) };
    expect(withoutItem(one, "purposes", one.purposes[0]?.key ?? "").ok).toBe(false);
  });
});

describe("the parts that not every policy has", () => {
  const document = fullDocument();
  const added: readonly (readonly [PartName, string])[] = [
    ["jointControllers", "partner"],
    ["settings", "adjustmentsUnderParagraph6"],
    ["automatedDecisions", "score"],
    ["noticeVariants", "cy-standard"],
    ["noticeVariants", "en-easyRead"],
    ["quietDates", "2026-12-24"],
  ];

  it("are saved as they are when nothing was typed", () => {
    for (const part of parts) {
      for (const { id, item } of itemsOf(document, part)) {
        expect(itemFromForm(part, formFromItem(part, item), item), `${part} ${id}`).toEqual(item);
      }
    }
  });

  it.each(added)("%s: %s is taken out, and added again as it was", (part, id) => {
    const item = itemsOf(document, part).find((one) => one.id === id)?.item ?? {};
    const without = withoutItem(document, part, id);
    if (!without.ok) throw new Error(JSON.stringify(without.problems));
    expect(itemsOf(without.document, part).some((one) => one.id === id)).toBe(false);
    const again = withItem(without.document, part, "", itemFromForm(part, formFromItem(part, item), item));
    expect(again.ok && itemsOf(again.document, part).find((one) => one.id === id)?.item).toEqual(item);
    expect(withItem(document, part, "", item).ok).toBe(false);
  });

  it("go with their last item", () => {
    const first = withoutItem(document, "noticeVariants", "cy-standard");
    const last = first.ok && withoutItem(first.document, "noticeVariants", "en-easyRead");
    expect(last && last.ok && last.document.notice).toEqual({ opening: ["Hello."] });
  });

  it("say at which part of a notice something is missing", () => {
    const typed = {
      language: "pl",
      format: "standard",
      title: "x",
      "sections.how-long.paragraphs": "Words.",
    };
    const item = itemFromForm("noticeVariants", { ...typed, "sections.how-long.heading": "" }, {});
    const edited = withItem(document, "noticeVariants", "", item);
    expect(edited.ok ? [] : Object.keys(edited.problems)).toEqual(["sections.how-long.heading"]);
  });

  it("keep what the form of a notice did not ask about", () => {
    const before = { sections: [{ id: "pictures", heading: "Pictures", paragraphs: ["One."] }] };
    const typed = {
      "sections.changes.heading": "If this changes",
      "sections.changes.paragraphs": "a\n\n- b",
    };
    expect(itemFromForm("noticeVariants", typed, before)["sections"]).toEqual([
      { id: "changes", heading: "If this changes", paragraphs: ["a"], list: ["b"] },
      ...before.sections,
    ]);
  });

  it("ask for every part that a notice can have, in its order", () => {
    for (const preset of presets) {
      const ids = renderNotice(presetDocument(preset)).map(({ id }) => id);
      expect(noticeSectionIds.filter((id) => ids.includes(id))).toEqual(ids);
    }
  });
});

describe("the place of a finding", () => {
  it.each([
    ["purposes.research.liaKey", "/dpo/p/policy/draft/purposes/research#liaKey"],
    ["membership.rounds.autumn", "/dpo/p/policy/draft/rounds/autumn#"],
    ["membership.routes.withdrawing", "/dpo/p/policy/draft/membership/-#routes.withdrawing"],
    ["organisation.dpoEmail", "/dpo/p/policy/draft/organisation/-#dpoEmail"],
    ["organisation.jointControllers.partner.contact", "/dpo/p/policy/draft/jointControllers/partner#contact"],
    ["notice.variants.cy-standard.how-long", "/dpo/p/policy/draft/noticeVariants/cy-standard#how-long"],
    ["contactBudget.window", "/dpo/p/policy/draft/general/-#contactBudget.window"],
    ["regulator", "/dpo/p/policy/draft"],
    ["schemaVersion", "/dpo/p/policy/draft/document"],
  ])("%s is put right at %s", (path, address) => {
    expect(itemHref("p", path)).toBe(address);
  });
});

describe("the line of a problem", () => {
  const json = JSON.stringify(
    {
      purposes: [
        { key: "a", why: "x" },
        { key: "b", why: "" },
      ],
      consentLife: "P1Y",
    },
    null,
    2,
  );

  it.each([
    ["purposes.b.why", 9],
    ["purposes.a", 3],
    ["purposes.b.missing", 7],
    ["consentLife", 12],
    ["nowhere", null],
  ])("%s is in line %s", (path, line) => {
    expect(lineOf(json, path)).toBe(line);
  });
});
