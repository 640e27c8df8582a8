import { londonDate, now } from "@/lib/clock";
import { database } from "@/lib/db/client";
import { newId } from "@/lib/id";
import type { StaffRole } from "@/lib/policy/vocabulary";
import { listPanels, type PanelView } from "@/lib/queries/panel/get-panel";
import type { StaffActor } from "@/lib/queries/staff/viewer";
import type { Result } from "@/lib/result";
import { askPerson } from "@/lib/usecases/rights-request/ask-person";
import { closeRequest } from "@/lib/usecases/rights-request/close-request";
import { receiveRequest, type ReceivedRequest } from "@/lib/usecases/rights-request/receive-request";
import { tellRecipient } from "@/lib/usecases/rights-request/tell-recipient";
import { runUseCase } from "@/lib/usecases/run";

function done<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`The demo's requests were refused: ${result.error.code}`);
  return result.value;
}

function daysAgo(days: number): string {
  return londonDate(new Date(now().getTime() - days * 86_400_000));
}

async function staffOf({ organisationId, id: panelId }: PanelView, role: StaffRole): Promise<StaffActor> {
  const where = { organisationId, panelId, role, revokedAt: null };
  const { staffId } = await database().roleGrant.findFirstOrThrow({ where, orderBy: { id: "asc" } });
  return { kind: "staff", organisationId, staffId, grants: [{ panelId, role }] };
}

type Asked = Pick<ReceivedRequest, "kind" | "details" | "receivedOn"> & Partial<ReceivedRequest>;

async function receive(panel: PanelView, asked: Asked): Promise<string> {
  const unknown = { reference: "", requesterName: "", replyTo: "", method: "paper" } as const;
  const input = { panel, id: newId(), ...unknown, ...asked };
  return done(await runUseCase(receiveRequest, await staffOf(panel, "engagement"), input)).id;
}

/** A member says by phone that something is wrong; the first of those who were given it has been told. */
async function wrongDetails(panel: PanelView, dpo: StaffActor): Promise<void> {
  const { organisationId, id: panelId } = panel;
  const { reference } = await database().member.findFirstOrThrow({
    where: { organisationId, panelId, state: "member" },
    orderBy: { reference: "desc" },
  });
  const details = "My last name is spelled with two t. It is wrong on every letter.";
  const asked = {
    kind: "rectification",
    reference,
    method: "phone",
    receivedOn: daysAgo(12),
    details,
  } as const;
  const requestId = await receive(panel, asked);
  const [first] = panel.document.recipients;
  if (first === undefined) return;
  const step = { panel, requestId, recipientKey: first.key, standing: "told", reason: "" } as const;
  done(await runUseCase(tellRecipient, dpo, step));
}

/** Somebody who never was a member asks for all of it, and is asked what they mean. */
async function unclear(panel: PanelView, dpo: StaffActor): Promise<void> {
  const requestId = await receive(panel, {
    ...{ kind: "access", requesterName: "A former tenant", replyTo: "12 Mill Street, Leeds LS1 1AA" },
    ...{ details: "Send me everything you hold about me.", receivedOn: daysAgo(9) },
  });
  const reason = "You lived in two of our homes since 2009. Which years do you want?";
  const question = {
    panel,
    requestId,
    what: "clarification",
    reason,
    feeGround: null,
    on: daysAgo(4),
  } as const;
  done(await runUseCase(askPerson, dpo, question));
}

/** One that was answered. */
async function answered(panel: PanelView, dpo: StaffActor): Promise<void> {
  const requestId = await receive(panel, {
    ...{ kind: "access", requesterName: "A neighbour", replyTo: "3 Canal Row, Leeds LS2 7AB" },
    ...{ details: "Am I in your panel? I never signed up.", receivedOn: daysAgo(21) },
  });
  const reasons = "We looked in the panel and found nothing about you.";
  const answer = { panel, requestId, outcome: "done", ground: null, reasons } as const;
  done(await runUseCase(closeRequest, dpo, answer));
}

/** Two requests that wait and one that was answered, on each panel, as the product itself makes them. */
export async function makeRequests(): Promise<void> {
  for (const panel of await listPanels()) {
    const dpo = await staffOf(panel, "dpo");
    await wrongDetails(panel, dpo);
    await unclear(panel, dpo);
    await answered(panel, dpo);
  }
}
