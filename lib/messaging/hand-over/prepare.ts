import type pg from "pg";
import { withThisNotice, type MemberFacts } from "@/lib/policy/contact-permission";
import { mailingRequest } from "@/lib/policy/content-review";
import type { RenderedMessage } from "@/lib/policy/gate/message-facts";
import { loadMemberFacts } from "@/lib/queries/member/load-member-facts";
import { getPanelById, type PanelView } from "@/lib/queries/panel/get-panel";
import { isAboutJoined } from "../joined";
import { judge, judgeInvitation, type Judgement } from "../judge";
import { aboutInvitation } from "../template";
import type { Claimed } from "./claim";
import type { Prepared } from "./prepared";
import { loadRecipients, type Recipient } from "./recipient";
import { writeMessage, type Sender } from "./write-message";

async function loadPanels(claimed: readonly Claimed[]): Promise<ReadonlyMap<string, PanelView>> {
  const wanted = new Map(claimed.map(({ panelId, organisationId }) => [panelId, organisationId]));
  const panels = await Promise.all(
    [...wanted].map(([id, organisationId]) => getPanelById(organisationId, id)),
  );
  return new Map(panels.flatMap((panel) => (panel === null ? [] : [[panel.id, panel]])));
}

async function loadFacts(claimed: readonly Claimed[]): Promise<ReadonlyMap<string, MemberFacts>> {
  const asking = claimed.filter(({ kind, memberId }) => kind !== "rightsReply" && memberId !== null);
  const byOrganisation = Map.groupBy(asking, ({ organisationId }) => organisationId);
  const loaded = await Promise.all(
    [...byOrganisation].map(([organisationId, own]) =>
      loadMemberFacts(organisationId, [...new Set(own.flatMap(({ memberId }) => memberId ?? []))]),
    ),
  );
  return new Map(loaded.flatMap((facts) => [...facts]));
}

/** One delivery with everything that is known about it under the lock. */
type Known = {
  readonly panel: PanelView;
  readonly delivery: Claimed;
  readonly facts: MemberFacts | null;
  readonly recipient: Recipient | undefined;
  readonly now: Date;
};

/**
 * The gate again, and for a mail about an invitation whether it is still for this person. `rendered`: what the finished
 * message shows; absent while there is none.
 */
function judgeAgain(
  { panel, delivery, facts, recipient, now }: Known,
  rendered?: RenderedMessage | null,
): Judgement {
  const { mailingId, template } = delivery;
  const countsAsApproach = mailingId !== null && approaches(delivery);
  const joined = isAboutJoined(template, recipient ?? null);
  const asked = { ...mailingRequest(delivery), countsAsApproach, joined };
  const request = rendered === undefined ? asked : { ...asked, rendered };
  // Who gets the news of a changed notice is told by it, so that they were not told yet is no reason against it.
  const known = template === "policy-changed" && facts !== null ? withThisNotice(facts) : facts;
  const judgement = judge(panel.document, request, known, now);
  const mail = aboutInvitation(template);
  return mail === null || recipient === undefined ? judgement : judgeInvitation(judgement, mail, recipient);
}

/** What approaches somebody must say who it is from and how to say no; the rest tells of what they take part in. */
function approaches({ kind }: Claimed): boolean {
  return kind === "research" || kind === "directMarketing";
}

/** Writes what the gate permits, and asks once more about what was written: the message decides, not its template. */
async function writeJudged(known: Known, sender: Sender): Promise<Pick<Prepared, "judgement" | "message">> {
  const { panel, delivery, recipient, now } = known;
  const judgement = judgeAgain(known);
  if (!judgement.decision.permitted) return { judgement, message: { kind: "refused" } };
  const message = await writeMessage(panel, delivery, recipient, sender, now);
  if (message.kind !== "parcel" || !approaches(delivery)) return { judgement, message };
  const finished = judgeAgain(known, message.shown);
  return { judgement: finished, message: finished.decision.permitted ? message : { kind: "refused" } };
}

/**
 * Asks the gate again about each delivery, on facts read now, and writes those it permits. Call it only while the
 * members' hand-over locks are held: whatever they decided before is in these facts, whatever they decide after waits
 * until the message is settled.
 */
export async function prepare(
  db: pg.Pool,
  claimed: readonly Claimed[],
  sender: Sender,
  now: Date,
): Promise<readonly Prepared[]> {
  const [panels, facts, recipients] = await Promise.all([
    loadPanels(claimed),
    loadFacts(claimed),
    loadRecipients(db, claimed),
  ]);
  return Promise.all(
    claimed.map(async (delivery): Promise<Prepared> => {
      const panel = panels.get(delivery.panelId);
      if (panel === undefined) throw new Error("A delivery's panel has no policy in force");
      const recipient = recipients.get(delivery.id);
      const known = { panel, delivery, facts: facts.get(delivery.memberId ?? "") ?? null, recipient, now };
      return {
        delivery,
        policyVersionId: panel.policyVersionId,
        contactPointId: recipient?.contactPointId ?? null,
        ...(await writeJudged(known, sender)),
      };
    }),
  );
}
