import { civilDate } from "@/lib/clock";
import { database } from "@/lib/db/client";
import type { DeliveryState } from "@/lib/db/generated/enums";
import type { Tx } from "@/lib/db/transaction";
import { toldBy, type Told } from "@/lib/queries/marker/told";
import type { RequestClockKind } from "@/lib/policy/request/request";
import type { CivilDate } from "@/lib/policy/vocabulary";

/** Something that moved a request's clock, as the policy and the pages read it. */
export type Happening = {
  readonly id: string;
  readonly kind: RequestClockKind;
  readonly on: CivilDate;
  readonly reason: string | null;
  /** What became of the mail that told them; null where they were told otherwise. */
  readonly told: Told | null;
  /** Whether the person was told, as far as anybody knows. */
  readonly sent: boolean;
};

/** What happened to each of these requests, in the order in which it was recorded. Two queries, however many requests. */
export async function loadHappenings(
  organisationId: string,
  requestIds: readonly string[],
  db: Tx = database(),
): Promise<ReadonlyMap<string, readonly Happening[]>> {
  const rows = await db.requestClockEvent.findMany({
    where: { organisationId, requestId: { in: [...requestIds] } },
    orderBy: [{ recordedAt: "asc" }, { id: "asc" }],
  });
  const mails = await stateOfMails(organisationId, rows, db);
  const known = rows.map(({ requestId, id, kind, occurredOn, reason, deliveryId }) => {
    const told = toldOf(deliveryId === null ? undefined : mails.get(deliveryId));
    return { requestId, id, kind, on: civilDate(occurredOn), reason, told, sent: told !== "notSent" };
  });
  return Map.groupBy(known, ({ requestId }) => requestId);
}

/** What was sent tells them. A mail that went with an erased person's details is not known of any more. */
export function toldOf(state: DeliveryState | undefined): Told | null {
  if (state === undefined) return null;
  return state === "sent" ? "told" : toldBy(null, state);
}

/** The states of the mails named; one that went with an erased person's details is not among them. */
export async function stateOfMails(
  organisationId: string,
  rows: readonly { readonly deliveryId: string | null }[],
  db: Tx = database(),
): Promise<ReadonlyMap<string, DeliveryState>> {
  const ids = rows.flatMap(({ deliveryId }) => deliveryId ?? []);
  if (ids.length === 0) return new Map();
  const mails = await db.delivery.findMany({
    where: { organisationId, id: { in: ids } },
    select: { id: true, state: true },
  });
  return new Map(mails.map(({ id, state }) => [id, state]));
}
