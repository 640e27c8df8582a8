import fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
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
import { compareAll, outlives, saysOtherwise } from "@/lib/usecases/permission/walk-part";
import { runUseCase } from "@/lib/usecases/run";
import { sql, useDatabase } from "../../support/database";
import { as, by, makeResidents, type Residents } from "../../support/resident";

const held = useDatabase();
let residents: Residents;

beforeAll(async () => {
  // Two of the three share an address: what one stops there reaches the other.
  residents = await makeResidents("connect", ["promotion"], ["alone", "shared", "shared"]);
});

type Step = { readonly what: number; readonly who: number; readonly which: number; readonly yes: boolean };

const step: fc.Arbitrary<Step> = fc.record({
  what: fc.nat(8),
  who: fc.nat(2),
  which: fc.nat(30),
  yes: fc.boolean(),
});

const inAMonth = () => new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);

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
    await runUseCase(pauseMembership, actor, { panel, until: inAMonth() });
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
