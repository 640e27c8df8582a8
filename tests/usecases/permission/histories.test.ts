import fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import { hashAddress } from "@/lib/auth/secrets";
import { database } from "@/lib/db/client";
import { inTransaction } from "@/lib/db/transaction";
import { newId } from "@/lib/id";
import { choicesOf } from "@/lib/policy/choice";
import { recordDecisions } from "@/lib/usecases/consent/record-decisions";
import { changeChoices } from "@/lib/usecases/consent/change-choices";
import { stopPurpose } from "@/lib/usecases/consent/stop-purpose";
import { unsubscribe } from "@/lib/usecases/consent/unsubscribe";
import { leavePanel } from "@/lib/usecases/membership/leave-panel";
import { pauseMembership } from "@/lib/usecases/membership/pause-membership";
import { resumeMembership } from "@/lib/usecases/membership/resume-membership";
import { outlives, saysOtherwise } from "@/lib/usecases/permission/walk-part";
import type { ReceivedNo } from "@/lib/schemas/suppression";
import { projectPermission } from "@/lib/usecases/consent/project-permission";
import { runUseCase } from "@/lib/usecases/run";
import { recordScreening } from "@/lib/usecases/screening/record-screening";
import { stageScreening } from "@/lib/usecases/screening/stage-screening";
import { addSuppressions } from "@/lib/usecases/suppression/add-suppressions";
import { stageSuppressions } from "@/lib/usecases/suppression/stage-suppressions";
import { insertRows } from "@/prisma/seed/insert-rows";
import { compareAll } from "../../support/compare-all";
import { sql, useDatabase } from "../../support/database";
import { dayFromToday } from "../../support/day";
import { staffAs } from "../../support/dpo";
import type { TestMember } from "../../support/panel";
import { as, by, makeResidents, withClient, type Residents } from "../../support/resident";

const held = useDatabase();
const phone = "+447700900123";
let residents: Residents;

beforeAll(async () => {
  // Two of the three share an address: what one stops there reaches the other.
  residents = await makeResidents("connect", ["promotion"], ["alone", "shared", "shared"]);
  const [{ id: memberId }] = residents.members;
  const { organisationId } = residents.panel;
  const number = { value: phone, normalised: phone, addressHash: hashAddress(phone) };
  const at = Date.now() - 86_400_000;
  await withClient((client) =>
    insertRows(client, "contact_point", [
      { organisationId, id: newId(), memberId, kind: "phone", ...number, verifiedAt: at, createdAt: at },
    ]),
  );
  await inTransaction((tx) => projectPermission(tx, residents.panel, [memberId], new Date()));
});

type Step = { readonly what: number; readonly who: number; readonly which: number; readonly yes: boolean };

const step: fc.Arbitrary<Step> = fc.record({
  what: fc.nat(10),
  who: fc.nat(2),
  which: fc.nat(30),
  yes: fc.boolean(),
});

/** A "no" that the data protection officer writes down: of a member or an address, to all promotion or one purpose. */
async function writeDown({ id, email }: TestMember, which: number, ofMember: boolean): Promise<void> {
  const { panel } = residents;
  const actor = staffAs(residents, "dpo");
  const { reference } = await database().member.findUniqueOrThrow({
    where: { organisationId_id: { organisationId: panel.organisationId, id } },
  });
  const received: ReceivedNo = {
    whose: ofMember
      ? { kind: "member", reference }
      : { kind: "address", address: { kind: "email", normalised: email } },
    scope: which % 2 === 0 ? "marketing" : "promotion",
    ...{ channels: [], receivedOn: "2026-01-05", source: "paper", evidence: "letter 1" },
  };
  const staged = await runUseCase(stageSuppressions, actor, { panel, received: [received] });
  if (staged.ok) await runUseCase(addSuppressions, actor, { panel, uploadId: staged.value });
}

/** What the telephone register said about a number that one of them uses. */
async function screen(result: "clear" | "listed", daysAgo: number): Promise<void> {
  const { panel } = residents;
  const actor = staffAs(residents, "dpo");
  const screenedOn = dayFromToday(-daysAgo);
  const screened = [{ number: phone, result }];
  const staged = await runUseCase(stageScreening, actor, { panel, screenedOn, screened });
  if (staged.ok) await runUseCase(recordScreening, actor, { panel, uploadId: staged.value });
}

async function take({ what, who, which, yes }: Step): Promise<void> {
  const { panel, members } = residents;
  const member = members[who] ?? members[0];
  const all = panel.document.purposes.flatMap((purpose) =>
    choicesOf(purpose).map((channel) => ({ purposeKey: purpose.key, channel })),
  );
  const choice = all[which % all.length] ?? { purposeKey: "promotion", channel: "email" as const };
  const wording = "What the page said.";
  const actor = as(residents, member);
  if (what <= 2) {
    const answers = [{ ...choice, answer: yes ? ("yes" as const) : ("no" as const), wording }];
    await runUseCase(changeChoices, actor, { panel, answers });
  } else if (what === 3) {
    await runUseCase(stopPurpose, actor, { panel, purposeKey: choice.purposeKey, wording });
  } else if (what === 4) {
    const link = by(residents, member, "unsubscribe");
    const { contactPointId } = member;
    const { purposeKey } = choice;
    await runUseCase(unsubscribe, link, { panel, purposeKey, channel: "email", contactPointId, wording });
  } else if (what === 5) {
    await runUseCase(pauseMembership, actor, { panel, until: dayFromToday(30) });
  } else if (what === 6) {
    await runUseCase(resumeMembership, actor, { panel });
  } else if (what === 7) {
    await inTransaction((tx) =>
      recordDecisions(
        { tx, actor, at: new Date(), requestId: newId() },
        {
          panel,
          member,
          choices: [{ ...choice, decision: yes ? "given" : "refused", wording }],
          method: yes ? "import" : "paper",
          noticeShownId: null,
          effectiveAt: new Date(Date.now() - which * 86_400_000),
        },
      ),
    );
  } else if (what === 8) {
    await writeDown(member, which, yes);
  } else if (what === 9) {
    await screen(yes ? "clear" : "listed", which);
  } else if (which === 0) {
    await runUseCase(leavePanel, actor, { panel, wording });
  }
}

it("after any history, stored contact permission is what the gate says afresh, for everyone concerned", async () => {
  const { panel, members } = residents;
  const ids = members.map(({ id }) => id);
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
      for (const each of steps) {
        await take(each);
        const all = await inTransaction((tx) => compareAll(tx, panel, ids, new Date()));
        expect(all.filter((one) => saysOtherwise(one) || outlives(one))).toEqual([]);
      }
    }),
    { numRuns: 40 },
  );
  const [kept] = await sql<{ records: number }>(
    held.appUrl,
    "SELECT count(*)::int AS records FROM consent_record",
  );
  expect(kept?.records).toBeGreaterThan(40);
}, 120_000);
