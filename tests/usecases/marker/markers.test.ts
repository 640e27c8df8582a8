import { beforeEach, describe, expect, it } from "vitest";
import { hashAddress } from "@/lib/auth/secrets";
import { database } from "@/lib/db/client";
import { inTransaction } from "@/lib/db/transaction";
import { newId } from "@/lib/id";
import { decideContactPermission } from "@/lib/policy/contact-permission";
import { decide } from "@/lib/policy/gate/decide";
import { factsFor, standardRequest } from "@/lib/policy/contact-permission";
import type { GateCode } from "@/lib/policy/gate/types";
import { reasonAt, slotOf } from "@/lib/policy/permission-slots";
import type { Channel } from "@/lib/policy/vocabulary";
import { loadMemberFacts } from "@/lib/queries/member/load-member-facts";
import { getKnown } from "@/lib/queries/marker/get-known";
import { markLine } from "@/lib/usecases/marker/mark-line";
import { markMember } from "@/lib/usecases/marker/mark-member";
import { saysOtherwise } from "@/lib/usecases/permission/walk-part";
import { runUseCase } from "@/lib/usecases/run";
import { arranged } from "../../support/arranged";
import { compareAll } from "../../support/compare-all";
import { useDatabase } from "../../support/database";
import { staffAs } from "../../support/dpo";
import { ledgerOf, makeResidents, type Residents } from "../../support/resident";
import type { PolicyDocument } from "@/lib/policy/document";

useDatabase();
let residents: Residents;
let phoneId: string;

/** Marketing on legitimate interests without a promise to ask first, by every way there is. */
function marketing(document: PolicyDocument): PolicyDocument {
  const purposes = document.purposes.map((purpose) =>
    purpose.key === "promotion"
      ? { ...purpose, channels: ["email", "call", "visit"] as const, promisedConsent: [], ask: {} }
      : purpose,
  );
  return { ...document, purposes };
}

beforeEach(async () => {
  const emails = [`one-${newId().slice(-12)}`, `two-${newId().slice(-12)}`];
  residents = await makeResidents("citizens-together", [], emails, marketing);
  phoneId = newId();
  const phone = `+4470${Date.now().toString().slice(-8)}`;
  const { organisationId } = residents.panel;
  await arranged((tx) =>
    tx.contactPoint.create({
      data: {
        ...{ organisationId, id: phoneId, memberId: residents.members[0].id, kind: "phone", value: phone },
        ...{ normalised: phone, addressHash: hashAddress(phone) },
        ...{ verifiedAt: new Date(), createdAt: new Date() },
      },
    }),
  );
});

/** What the gate says about promotion by this way, on facts loaded for one; and the same as when loaded in bulk. */
async function says(channel: Channel): Promise<GateCode> {
  const { panel, members } = residents;
  const facts = await loadMemberFacts(panel.organisationId, [members[0].id]);
  const known = facts.get(members[0].id);
  const purpose = panel.document.purposes.find(({ key }) => key === "promotion");
  const request = purpose === undefined ? null : standardRequest(purpose, channel);
  if (known === undefined || purpose === undefined || request === null) throw new Error("Nothing to ask");
  const at = Date.now();
  const { code } = decide(request, factsFor(panel.document, known, "promotion", channel, at), at);
  const packed = decideContactPermission(panel.document, known, at);
  expect(reasonAt(packed.reasons, slotOf(purpose.slot, channel))).toBe(code);
  return code;
}

async function expectProjected(): Promise<void> {
  const [compared] = await inTransaction((tx) =>
    compareAll(tx, residents.panel, [residents.members[0].id], new Date()),
  );
  expect(compared === undefined || saysOtherwise(compared)).toBe(false);
}

function mark(marker: "deceased" | "doNotVisit", holds: boolean) {
  const { panel, members } = residents;
  const input = { panel, memberId: members[0].id, marker, holds, evidence: "call 12" };
  return runUseCase(markMember, staffAs(residents, "engagement"), input);
}

function markOf(
  marker: "callsWelcome" | "corporate",
  holds: boolean,
  contactPointId: string,
  role: "dpo" | "engagement" = "dpo",
) {
  const { panel, members } = residents;
  const input = { panel, memberId: members[0].id, contactPointId, marker, holds, evidence: "letter 3" };
  return runUseCase(markLine, staffAs(residents, role), input);
}

describe("what is known about a person", () => {
  it("that they died ends every message, and taking it back restores what was", async () => {
    expect(await mark("deceased", true)).toMatchObject({ ok: true, value: [residents.members[0].id] });
    expect([await says("email"), await says("call"), await says("visit")]).toEqual([
      "member.deceased",
      "member.deceased",
      "member.deceased",
    ]);
    await expectProjected();
    expect(await mark("deceased", false)).toMatchObject({ ok: true });
    expect(await says("email")).toBe("consent.missing");
    const marked = (await ledgerOf(residents, residents.members[0])).filter(
      (type) => type === "member.marked",
    );
    expect(marked).toHaveLength(2);
    await expectProjected();
  });

  it("that nobody visits ends visits and nothing else", async () => {
    const before = await says("call");
    await mark("doNotVisit", true);
    expect([await says("visit"), await says("call")]).toEqual(["member.doNotVisit", before]);
    const viewer = { actor: staffAs(residents, "engagement"), panel: residents.panel };
    const { marks } = await getKnown(viewer, residents.members[0].id);
    expect(marks).toMatchObject({ deceased: null, doNotVisit: { evidence: "call 12" } });
    await expectProjected();
  });

  it("pressed twice is noted once", async () => {
    await mark("doNotVisit", true);
    expect(await mark("doNotVisit", true)).toMatchObject({ ok: true, value: [] });
    expect(await ledgerOf(residents, residents.members[0])).toEqual(["member.marked"]);
  });
});

describe("what is known about an address", () => {
  it("that calls are welcome lets calls come without a screening, until it is taken back", async () => {
    expect(await says("call")).toBe("telephone.notScreened");
    await markOf("callsWelcome", true, phoneId);
    expect(await says("call")).toBe("permitted");
    await expectProjected();
    await markOf("callsWelcome", false, phoneId);
    expect(await says("call")).toBe("telephone.notScreened");
    const point = await database().contactPoint.findFirstOrThrow({ where: { id: phoneId } });
    expect(point.callsWelcomeAt).not.toBeNull();
    await expectProjected();
  });

  it("that a mailbox is a company's ends the need to ask first, with who said so", async () => {
    expect(await says("email")).toBe("consent.missing");
    await markOf("corporate", true, residents.members[0].contactPointId);
    expect(await says("email")).toBe("permitted");
    const where = { id: residents.members[0].contactPointId };
    const point = await database().contactPoint.findFirstOrThrow({ where });
    expect(point).toMatchObject({ corporateEvidence: "letter 3", corporateBy: expect.any(String) });
    await markOf("corporate", false, residents.members[0].contactPointId);
    expect(await says("email")).toBe("consent.missing");
    await expectProjected();
  });

  it("is noted by the data protection officer alone, and only where it can be so", async () => {
    const email = residents.members[0].contactPointId;
    expect(await markOf("corporate", true, email, "engagement")).toMatchObject({
      ok: false,
      error: { code: "form.notPermitted" },
    });
    const unknown = { ok: false, error: { code: "line.unknown" } };
    expect(await markOf("callsWelcome", true, email)).toMatchObject(unknown);
    expect(await markOf("corporate", true, phoneId)).toMatchObject(unknown);
    expect(await markOf("corporate", true, residents.members[1].contactPointId)).toMatchObject(unknown);
  });
});
