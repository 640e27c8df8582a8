import { civilDate, londonDate } from "@/lib/clock";
import type { PolicyDocument } from "@/lib/policy/document";
import { memberReference } from "@/lib/policy/member-reference";
import { retentionItemsFor } from "@/lib/policy/retention";
import { putApplications } from "./applications";
import { simulateActivity } from "./activities";
import { plansOf } from "./happenings";
import { simulateMember, type Given, type SimulatedMember } from "./members";
import { foundTown, putOrganisation, type DemoPerson } from "./organisation";
import { randomFrom, type Random } from "./random";
import { put, type Town } from "./town";

/** A whole panel, ready to be written, and the people of it who may sign in. */
export type MadePanel = {
  readonly town: Town;
  readonly random: Random;
  readonly people: readonly DemoPerson[];
};

function referenceMaker(random: Random, prefix: string): () => string {
  const used = new Set<string>();
  return () => {
    for (;;) {
      const bytes = Uint8Array.from({ length: 8 }, () => random.between(0, 255));
      const reference = memberReference(prefix, bytes);
      if (!used.has(reference)) {
        used.add(reference);
        return reference;
      }
    }
  };
}

function givenFor(random: Random, slug: string, serial: number, previousEmail: string | null): Given {
  if (serial === 1) {
    return { demo: { givenName: "Robin", familyName: "Whitfield", email: `resident@${slug}.example` } };
  }
  return previousEmail !== null && random.chance(0.03) ? { sharedEmail: previousEmail } : {};
}

/** What fell due in the last weeks waits for a disposal run. */
const waiting = 35 * 24 * 60 * 60 * 1_000;

function putRetention(town: Town, random: Random, document: PolicyDocument, member: SimulatedMember): void {
  const triggered = [
    ...(member.state === "applicant" ? [] : [{ trigger: "joined" as const, at: member.joinedAt }]),
    { trigger: "collected" as const, at: member.joinedAt },
    ...(member.leftAt === null ? [] : [{ trigger: "left" as const, at: member.leftAt }]),
  ];
  for (const { trigger, at } of triggered) {
    for (const item of retentionItemsFor(document, trigger, londonDate(new Date(at)))) {
      put(town, "retention_item", {
        id: random.id(at),
        panelId: town.panelId,
        memberId: member.id,
        ruleKey: item.ruleKey,
        triggeredOn: item.triggeredOn,
        dueOn: item.dueOn,
        action: item.action,
        settledAt: item.dueOn < civilDate(new Date(town.now - waiting)) ? town.now : null,
      });
    }
  }
}

/** Makes one panel with this many members and two years behind it. The same arguments make the same panel. */
export function makePanel(document: PolicyDocument, members: number, seed: number, now: number): MadePanel {
  const random = randomFrom(seed);
  const town = foundTown(random, now);
  const staff = putOrganisation(town, random, document);
  const nextReference = referenceMaker(random, document.panel.referencePrefix);
  const made: SimulatedMember[] = [];
  let previousEmail: string | null = null;
  for (let serial = 1; serial <= members; serial += 1) {
    const given = givenFor(random, document.panel.key, serial, previousEmail);
    const member = simulateMember(town, random, document, serial, nextReference(), given);
    made.push(member);
    putRetention(town, random, document, member);
    previousEmail = String(
      town.rows.get("contact_point")?.findLast((row) => row["kind"] === "email")?.["value"],
    );
  }
  putApplications(town, random, document, made);
  const engagement = staff.find(({ role }) => role === "engagement");
  if (engagement === undefined) throw new Error("A panel needs someone who does engagement.");
  for (const plan of plansOf(document, town.begins, now)) {
    simulateActivity(town, random, document, made, plan, engagement.id);
  }
  const resident: DemoPerson = {
    panel: document.panel.key,
    panelName: document.panel.name,
    role: "resident",
    name: "Robin Whitfield",
    email: `resident@${document.panel.key}.example`,
  };
  return { town, random, people: [resident, ...staff.map(({ id: _id, ...person }) => person)] };
}
