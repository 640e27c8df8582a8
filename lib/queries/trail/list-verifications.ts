import { database } from "@/lib/db/client";
import type { LedgerData } from "@/lib/ledger/event";
import { authorise, type Viewer } from "@/lib/queries/staff/viewer";
import { namePeople, type StoredEntry, type TrailEntry } from "./trail-entry";
import { trailQuery } from "./trail-filter";

/** A check of the chain as the trail recorded it. */
export type RecordedVerification = {
  readonly seq: string;
  readonly at: Date;
  readonly by: TrailEntry["actor"];
  readonly verdict: string;
  readonly checked: number;
  readonly headSeq: number;
  readonly firstBadSeq: number | null;
  readonly root: string;
  readonly durationMs: number;
};

function text(data: LedgerData, key: string): string {
  const value = data[key];
  return typeof value === "string" ? value : "";
}

/** The latest checks asked for on this panel, newest first. */
export async function listVerifications(
  viewer: Viewer,
  size: number,
): Promise<readonly RecordedVerification[]> {
  authorise(viewer, "trail.read");
  const { organisationId, id: panelId } = viewer.panel;
  const query = trailQuery({ organisationId, panelId }, { eventType: "ledger.verified" }, {}, size);
  const entries = await namePeople(organisationId, await database().$queryRaw<StoredEntry[]>(query));
  return entries.map(({ seq, recordedAt, actor, data }) => ({
    seq,
    at: recordedAt,
    by: actor,
    verdict: text(data, "verdict"),
    checked: Number(text(data, "checked")),
    headSeq: Number(text(data, "headSeq")),
    firstBadSeq: text(data, "firstBadSeq") === "" ? null : Number(text(data, "firstBadSeq")),
    root: text(data, "root"),
    durationMs: Number(text(data, "durationMs")),
  }));
}
