import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { database } from "@/lib/db/client";
import { inTransaction } from "@/lib/db/transaction";
import { appendEntries } from "@/lib/ledger/append";
import { frontierRoot } from "@/lib/ledger/hashing";
import { verifyLedger } from "@/lib/ledger/verify";
import { useDatabase } from "../support/database";
import { acting, append, reading } from "./history";

useDatabase();

// Whatever PostgreSQL can store as text, in every plane of Unicode, composed or not.
const text = fc
  .string({ unit: "binary", maxLength: 12 })
  .filter((value) => !value.includes("\u0000") && value.isWellFormed());
const when = fc.date({ min: new Date("1970-01-01"), max: new Date("2100-01-01"), noInvalidDate: true });
const event = fc.record({
  eventType: fc.constant("consent.given" as const),
  panelId: fc.option(fc.uuid()),
  subjectRef: fc.option(fc.uuid()),
  purposeKey: fc.option(text),
  channel: fc.option(fc.constantFrom("email", "sms", "call", "post")),
  effectiveAt: when,
  data: fc.record(
    {
      consentRecordId: text,
      wordingHash: text,
      policyVersionId: text,
      lawfulBasis: fc.array(text, { maxLength: 3 }),
      method: text,
      previous: text,
    },
    { requiredKeys: ["consentRecordId", "wordingHash", "policyVersionId", "lawfulBasis", "method"] },
  ),
});

describe("verify", () => {
  it("raises no false alarm on any honest ledger, and agrees with the writer on the root", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(event, { maxLength: 9 }), { maxLength: 5 }),
        async (transactions) => {
          const organisation = randomUUID();
          for (const events of transactions) await append(organisation, events);
          const size = transactions.flat().length;
          const found = await verifyLedger(organisation);
          expect(found).toMatchObject({ verdict: "intact", checked: size, headSeq: BigInt(size) });
          const head = await database().ledgerHead.findUnique({ where: { organisationId: organisation } });
          expect(found.root).toBe(frontierRoot(head?.frontier ?? []).toString("hex"));
        },
      ),
      { numRuns: 40 },
    );
  });

  it("an organisation that has done nothing yet is intact and empty", async () => {
    expect(await verifyLedger(randomUUID())).toMatchObject({ verdict: "intact", checked: 0, headSeq: 0n });
  });

  it("sees one moment: entries appended meanwhile are neither missing nor too many", async () => {
    const organisation = randomUUID();
    await append(organisation, [reading("first")]);
    const appending = Promise.all(
      Array.from({ length: 40 }, async (_, at) => append(organisation, [reading(`${at}`)])),
    );
    const found = await Promise.all(Array.from({ length: 4 }, async () => verifyLedger(organisation)));
    await appending;
    for (const verification of found) {
      expect(verification.verdict).toBe("intact");
      expect(BigInt(verification.checked)).toBe(verification.headSeq);
    }
  });

  it("does not see what is not committed", async () => {
    const organisation = randomUUID();
    await inTransaction(async (tx) => {
      await appendEntries(acting(tx), organisation, [reading("not yet")]);
      expect(await verifyLedger(organisation)).toMatchObject({ verdict: "intact", headSeq: 0n });
    });
    expect(await verifyLedger(organisation)).toMatchObject({ verdict: "intact", headSeq: 1n });
  });
});
