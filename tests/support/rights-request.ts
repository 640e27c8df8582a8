import { londonDate } from "@/lib/clock";
import { database } from "@/lib/db/client";
import { newId } from "@/lib/id";
import { addPeriod } from "@/lib/policy/civil";
import type { RequestKind } from "@/lib/policy/request/request";
import { askRequest } from "@/lib/usecases/rights-request/ask-request";
import { receiveRequest, type ReceivedRequest } from "@/lib/usecases/rights-request/receive-request";
import { runUseCase } from "@/lib/usecases/run";
import { staffAs } from "./dpo";
import { as, type Residents } from "./resident";

/** Today in London, and days before it. */
export function daysAgo(days: number): string {
  return londonDate(new Date(Date.now() - days * 86_400_000));
}

/** A day that is a period after another. */
export function after(day: string, period: string): string {
  return addPeriod(day, period) ?? "";
}

/** The first member asks for something on their own page. */
export async function ask(
  residents: Residents,
  kind: RequestKind,
  id = newId(),
  details = "Please send me all of it.",
) {
  const { panel, members } = residents;
  return runUseCase(askRequest, as(residents, members[0]), { panel, id, kind, details });
}

/** Staff pass on a request; of somebody unknown where nothing else is said. */
export async function receive(
  residents: Residents,
  changes: Partial<ReceivedRequest> = {},
  role: "dpo" | "engagement" | "auditor" = "engagement",
) {
  const received: ReceivedRequest = {
    ...{ panel: residents.panel, id: newId(), kind: "access", reference: "", requesterName: "A neighbour" },
    ...{ replyTo: "neighbour@mail.example", method: "paper", details: "What do you hold?" },
    ...{ receivedOn: daysAgo(0), ...changes },
  };
  return runUseCase(receiveRequest, staffAs(residents, role), received);
}

/** The id of what was kept. @throws Error for a refusal */
export async function idOf(kept: ReturnType<typeof receive>): Promise<string> {
  const result = await kept;
  if (!result.ok) throw new Error(`Refused: ${result.error.code}`);
  return result.value.id;
}

/** A request as it is stored. */
export async function stored(id: string) {
  return database().dataSubjectRequest.findFirstOrThrow({
    where: { id },
    include: { clockEvents: { orderBy: { id: "asc" } }, notifications: { orderBy: { recipientKey: "asc" } } },
  });
}

/** The entries about a request, oldest first. */
export async function entriesOf(id: string) {
  const rows = await database().ledgerEntry.findMany({
    where: { eventType: { startsWith: "request." } },
    orderBy: { seq: "asc" },
  });
  return rows
    .map(({ eventType, subjectRef, actorKind, bytes }) => {
      const { data } = JSON.parse(Buffer.from(bytes).toString("utf8")) as { data: Record<string, string> };
      return { eventType, subjectRef, actorKind, data };
    })
    .filter(({ data }) => data["rightsRequestId"] === id);
}

/** The mails that were queued about a request, by template. */
export async function mailsOf(id: string) {
  const rows = await database().delivery.findMany({
    where: { template: { startsWith: "request-" } },
    orderBy: { queuedAt: "asc" },
  });
  return rows.filter(({ subjectIds }) => (subjectIds as Record<string, unknown>)["rightsRequestId"] === id);
}
