import { describe, expect, it } from "vitest";
import { actionTable } from "./permissions/actions";
import { callAction } from "./permissions/call-action";

// Forms are read strictly: what none of our own forms has is refused, so that no column can be written by naming it.

const strange = {
  role: "admin",
  memberId: "01a1ff97-16f6-743b-8a08-637f483c1da9",
  organisationId: "0192b185-f800-7b58-b93c-5e752fa3db84",
  panelId: "0192b185-f800-7b58-b93c-5e752fa3db84",
  state: "member",
  decision: "granted",
  verifiedAt: "2026-01-01",
} as const;

describe("a field that no form of ours has", () => {
  it.each(actionTable)(
    "is refused by $name before anything else is looked at",
    async ({ name, form, of }) => {
      const token = of === "own" || of === "panel" || of === "none" ? {} : { token: "x.y" };
      const fields = Object.entries(strange).filter(([field]) => !(field in form));
      for (const [field, value] of fields) {
        const answer = await callAction(name, { ...form, ...token, [field]: value });
        expect(answer.kind, field).toBe("state");
        if (answer.kind === "state") expect(answer.state.status, field).toBe("invalid");
      }
    },
  );

  it.each(actionTable.slice(0, 3))("is not shown back by $name", async ({ name, form }) => {
    const answer = await callAction(name, { ...form, role: "admin" });
    expect(answer.kind === "state" && "role" in answer.state.values).toBe(false);
  });
});
