import { describe, expect, it } from "vitest";
import { withItem, withoutItem } from "@/lib/schemas/policy-edit";
import { formFromItem, itemFromForm, itemsOf, policyItemSchema } from "@/lib/schemas/policy-item-form";
import { lineOf } from "@/lib/schemas/policy-lines";
import { policyParts, type PartName } from "@/lib/schemas/policy-parts-form";
import { presetDocument } from "../support/panel";

const presets = ["citizens-together", "connect", "customer-voices", "resident-panel"] as const;
const parts = Object.keys(policyParts) as PartName[];

describe("the forms of a policy", () => {
  it.each(presets)("%s: saving a form in which nothing was typed changes nothing", (preset) => {
    const document = presetDocument(preset);
    for (const part of parts) {
      for (const { id, item } of itemsOf(document, part)) {
        const again = itemFromForm(part, formFromItem(part, item), item);
        expect(again, `${part} ${id}`).toEqual(item);
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
