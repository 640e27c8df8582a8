import { describe, expect, it } from "vitest";
import { database } from "@/lib/db/client";
import { newId } from "@/lib/id";
import { signTree } from "@/lib/ledger/checkpoint/sign";
import { readReceipt, receiptsIn, writeReceipt, type Receipt } from "@/lib/ledger/receipt";
import { consentReceipt } from "@/lib/messaging/render/letters/choices";
import { getReceipt } from "@/lib/queries/ledger/get-receipts";
import { getSeal } from "@/lib/queries/ledger/get-seal";
import { judgeReceipt } from "@/lib/queries/ledger/judge-receipt";
import { sealedEntry } from "@/lib/queries/ledger/sealed-entry";
import { listHistory } from "@/lib/queries/member/list-history";
import { numberHistory } from "@/lib/queries/member/number-history";
import { changeChoices } from "@/lib/usecases/consent/change-choices";
import { runUseCase } from "@/lib/usecases/run";
import { makeSigner } from "../../ledger/checkpoint/signer";
import { sql, useDatabase } from "../../support/database";
import { as, makeResidents, type Residents } from "../../support/resident";

const held = useDatabase();

/** Two residents, of whom the first has just said no to studies by e-mail. */
async function decided(): Promise<Residents> {
  const residents = await makeResidents("customer-voices", ["research"]);
  await runUseCase(changeChoices, as(residents, residents.members[0]), {
    panel: residents.panel,
    answers: [{ purposeKey: "research", channel: "email", answer: "no", wording: "May we? No" }],
  });
  return residents;
}

/** The mail that goes to them for it. */
async function receiptMail({ panel, members }: Residents) {
  const { organisationId } = panel;
  const delivery = await database().delivery.findFirstOrThrow({
    where: { organisationId, template: "consent-receipt", memberId: members[0].id },
  });
  const subjectIds = delivery.subjectIds as Record<string, string>;
  const posting = {
    ...{ organisationId, deliveryId: newId(), template: "consent-receipt" as const, subjectIds },
    ...{ memberId: members[0].id, joinRequestId: null, signInRequestId: null },
  };
  return consentReceipt({ db: database(), panel, posting, at: new Date() });
}

function read(text: string): Receipt {
  const receipt = readReceipt(text);
  if (typeof receipt === "string") throw new Error(`The ${receipt} cannot be read`);
  return receipt;
}

/** Decided, signed, and the receipts of the mail. */
async function sealed() {
  const residents = await decided();
  const signer = makeSigner();
  await signTree(residents.panel.organisationId, signer);
  const { receipt = "" } = await receiptMail(residents);
  return { residents, signer, receipts: receiptsIn(receipt).map(read) };
}

const verdictOf = async (receipt: Receipt | undefined) =>
  receipt === undefined ? "none" : (await judgeReceipt(receipt)).verdict;

/** Changes what is stored, past every fence, as whoever owns the machine could. */
async function tamper(statement: string, values: unknown[]): Promise<void> {
  await sql(held.superuserUrl, "ALTER TABLE ledger_entry DISABLE TRIGGER USER");
  await sql(held.superuserUrl, statement, values);
  await sql(held.superuserUrl, "ALTER TABLE ledger_entry ENABLE TRIGGER USER");
}

describe("the mail after a choice", () => {
  it("carries the proof of everything that the press recorded about the person", async () => {
    const { residents, receipts } = await sealed();
    const entries = receipts.map(({ entry }) => sealedEntry(entry));
    expect(entries.map((entry) => entry?.eventType)).toContain("consent.withdrawn");
    expect(await Promise.all(receipts.map(verdictOf))).toEqual(receipts.map(() => "sealed"));
    expect(await getSeal(residents.panel.organisationId)).toMatchObject({ upTo: entries.at(-1)?.seq });
  });

  it("goes without it where nothing is signed yet, and says where the proof will be", async () => {
    const { parts, receipt } = await receiptMail(await decided());
    expect(receipt).toBeUndefined();
    const urls = parts.flatMap((part) => (part.kind === "facts" ? part.facts : [])).map(({ url }) => url);
    expect(urls.some((url) => url?.endsWith("/my/history"))).toBe(true);
  });
});

describe("a person's history", () => {
  it("has the number and the proof of each decision, for nobody else", async () => {
    const { residents } = await sealed();
    const [one, two] = residents.members;
    const { organisationId } = residents.panel;
    const { items } = await listHistory(organisationId, one.id, new Date(Date.now() + 1_000), 10);
    const numbered = await numberHistory(organisationId, one.id, items);
    const decisions = numbered.filter(
      ({ event }) => event.type === "decision" && event.decision === "withdrawn",
    );
    expect(decisions.length).toBeGreaterThan(0);
    for (const { seq = "" } of decisions) {
      expect(await verdictOf(read((await getReceipt(organisationId, one.id, seq)) ?? ""))).toBe("sealed");
      expect(await getReceipt(organisationId, two.id, seq)).toBeNull();
    }
  });
});

describe("a receipt against the register as it is now", () => {
  it("stays good while the register grows", async () => {
    const { residents, signer, receipts } = await sealed();
    for (const answer of ["yes", "no"] as const) {
      await runUseCase(changeChoices, as(residents, residents.members[1]), {
        panel: residents.panel,
        answers: [{ purposeKey: "news", channel: "email", answer, wording: "May we?" }],
      });
    }
    await signTree(residents.panel.organisationId, signer);
    expect(await verdictOf(receipts[0])).toBe("sealed");
  });

  it("shows that the record was changed, though the seal is ours", async () => {
    const { residents, receipts } = await sealed();
    const entry = receipts[0]?.entry ?? Buffer.alloc(0);
    const forged = Buffer.from(entry.toString("utf8").replace('"method":"web"', '"method":"import"'));
    expect(forged.equals(entry)).toBe(false);
    await tamper(
      "UPDATE ledger_entry SET bytes = $2, leaf_hash = sha256('\\x00'::bytea || $2) WHERE organisation_id = $1 AND bytes = $3",
      [residents.panel.organisationId, forged, entry],
    );
    expect(await verdictOf(receipts[0])).toBe("forked");
    const [first] = receipts;
    expect(await verdictOf(first && { ...first, entry: forged })).toBe("altered");
  });

  it("shows that the register lost what was sealed", async () => {
    const { residents, receipts } = await sealed();
    await tamper("DELETE FROM ledger_entry WHERE organisation_id = $1", [residents.panel.organisationId]);
    expect(await verdictOf(receipts[0])).toBe("forked");
  });

  it("is not ours when another key signed it, or its log is nowhere here", async () => {
    const { receipts } = await sealed();
    const [receipt] = receipts;
    if (receipt === undefined) throw new Error("There is a receipt");
    const other = await sealed();
    const [theirs] = other.receipts;
    const elsewhere = read(writeReceipt(receipt).replaceAll("/ledger/", "/ledger/x"));
    expect(await verdictOf(elsewhere)).toBe("unknownKey");
    expect(await verdictOf(theirs && { ...receipt, note: theirs.note })).toBe("altered");
  });
});
