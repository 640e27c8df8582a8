import { database } from "@/lib/db/client";
import type { LedgerData } from "@/lib/ledger/event";
import type { Channel } from "@/lib/policy/vocabulary";

/** The columns the trail pages read, as they stand. */
export type StoredEntry = {
  readonly seq: bigint;
  readonly bytes: Uint8Array;
  readonly recordedAt: Date;
  readonly effectiveAt: Date;
  readonly eventType: string;
  readonly subjectRef: string | null;
  readonly purposeKey: string | null;
  readonly channel: Channel | null;
  readonly actorKind: "member" | "staff" | "dpo" | "link" | "system";
  readonly actorRef: string;
};

/** One entry for reading: ids have become what people call each other by. */
export type TrailEntry = {
  readonly seq: string;
  readonly recordedAt: Date;
  readonly effectiveAt: Date;
  readonly eventType: string;
  readonly purposeKey: string | null;
  readonly channel: Channel | null;
  readonly data: LedgerData;
  /** The member it is about: their reference, or null when no such member is held any more. */
  readonly subject: { readonly ref: string; readonly reference: string | null } | null;
  /** `name`: the member's reference or the staff member's name, where one is known. */
  readonly actor: Pick<StoredEntry, "actorKind" | "actorRef"> & { readonly name: string | null };
};

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

async function memberReferences(organisationId: string, refs: readonly string[]) {
  if (refs.length === 0) return new Map<string, string>();
  const members = await database().member.findMany({
    where: { organisationId, subjectRef: { in: [...refs] } },
    select: { subjectRef: true, reference: true },
  });
  return new Map(members.map((member) => [member.subjectRef, member.reference]));
}

async function staffNames(organisationId: string, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, string>();
  const staff = await database().staff.findMany({
    where: { organisationId, id: { in: [...ids] } },
    select: { id: true, name: true },
  });
  return new Map(staff.map((person) => [person.id, person.name]));
}

/** What an entry's bytes say beside the projected columns. */
export type Said = { readonly data: LedgerData; readonly requestId: string };

/**
 * Reads an entry's bytes: those are the evidence. Bytes that someone has broken say nothing, and must not keep the
 * rest of the trail from being read; the check names them.
 */
export function readBytes(bytes: Uint8Array): Said {
  try {
    const entry = JSON.parse(Buffer.from(bytes).toString("utf8")) as Partial<Said> | null;
    return { data: entry?.data ?? {}, requestId: entry?.requestId ?? "" };
  } catch {
    return { data: {}, requestId: "" };
  }
}

/** Gives the people in these entries their names, in two queries whatever their number. */
export async function namePeople(
  organisationId: string,
  entries: readonly StoredEntry[],
): Promise<readonly TrailEntry[]> {
  const actors = entries.filter((entry) => uuid.test(entry.actorRef));
  const acting = actors.filter((entry) => entry.actorKind === "member").map((entry) => entry.actorRef);
  const working = actors.filter((entry) => entry.actorKind !== "member").map((entry) => entry.actorRef);
  const subjects = entries.flatMap((entry) => entry.subjectRef ?? []);
  const [references, names] = await Promise.all([
    memberReferences(organisationId, [...new Set([...subjects, ...acting])]),
    staffNames(organisationId, [...new Set(working)]),
  ]);
  return entries.map((entry) => ({
    seq: String(entry.seq),
    recordedAt: entry.recordedAt,
    effectiveAt: entry.effectiveAt,
    eventType: entry.eventType,
    purposeKey: entry.purposeKey,
    channel: entry.channel,
    data: readBytes(entry.bytes).data,
    subject:
      entry.subjectRef === null
        ? null
        : { ref: entry.subjectRef, reference: references.get(entry.subjectRef) ?? null },
    actor: {
      actorKind: entry.actorKind,
      actorRef: entry.actorRef,
      name: references.get(entry.actorRef) ?? names.get(entry.actorRef) ?? null,
    },
  }));
}
