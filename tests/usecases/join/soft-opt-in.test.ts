import { describe, expect, it } from "vitest";
import { database } from "@/lib/db/client";
import type { PolicyDocument } from "@/lib/policy/document";
import { isPermitted, slotOf } from "@/lib/policy/permission-slots";
import { confirmJoin } from "@/lib/usecases/join/confirm-join";
import { runUseCase } from "@/lib/usecases/run";
import { useDatabase } from "../../support/database";
import { choicesOf, openPanel, sendDraft, someone } from "../../support/joining";

useDatabase();

/** A charity that tells its supporters about its own work, on legitimate interests (PECR reg 22(3A)). */
function charity(document: PolicyDocument): PolicyDocument {
  const lia = document.accountability.find(({ kind }) => kind === "lia");
  return {
    ...document,
    organisation: { ...document.organisation, charity: true },
    purposes: document.purposes.map((purpose) =>
      purpose.key === "promotion"
        ? {
            ...purpose,
            ...{ lawfulBasis: "legitimateInterests", liaKey: lia?.key ?? "", softOptIn: "charity" },
            promisedConsent: [],
          }
        : purpose,
    ),
  };
}

async function joined(answer: "yes" | "no", change = charity) {
  const { panel } = await openPanel("connect", change);
  const joinRequestId = await sendDraft(panel, { choices: choicesOf(panel, answer) });
  await runUseCase(confirmJoin, someone, { panel, joinRequestId });
  const { organisationId } = panel;
  const member = await database().member.findFirstOrThrow({
    where: { organisationId },
    include: { contactPermission: true },
  });
  const slot = panel.document.purposes.find(({ key }) => key === "promotion")?.slot ?? 0;
  return {
    evidence: await database().softOptInEvidence.findFirst({
      where: { organisationId, memberId: member.id },
      include: { wording: true },
    }),
    promoted: isPermitted(member.contactPermission?.permitted ?? new Uint8Array(), slotOf(slot, "email")),
  };
}

describe("a charity's soft opt-in rests on what was on the page when details were taken (PE-9)", () => {
  it("offered and not used: promotion by e-mail may go, and the words of the offer are kept", async () => {
    const { evidence, promoted } = await joined("yes");
    expect(evidence).toMatchObject({ context: "support", collectedBy: "controller", optOut: "offered" });
    expect(evidence?.wording?.text).toBeTruthy();
    expect(promoted).toBe(true);
  });

  it("used: it may not", async () => {
    const { evidence, promoted } = await joined("no");
    expect(evidence?.optOut).toBe("used");
    expect(promoted).toBe(false);
  });

  it("where the policy relies on none, nothing is kept", async () => {
    expect((await joined("yes", (document) => document)).evidence).toBeNull();
  });
});
