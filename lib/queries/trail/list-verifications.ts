import { database } from "@/lib/db/client";
import type { LedgerData } from "@/lib/ledger/event";
import type { CheckMade } from "@/lib/policy/ledger-check";
import { authorise, type Viewer } from "@/lib/queries/staff/viewer";
import { namePeople, type StoredEntry, type TrailEntry } from "./trail-entry";
import { trailQuery } from "./trail-filter";

/** A check of the chain as the trail recorded it. */
export type RecordedVerification = {
  readonly seq: string;
  readonly at: Date;
  readonly by: TrailEntry["actor"];
  /** The three results; "notChecked" in entries from before they were told apart. */
  readonly integrity: string;
  readonly completeness: string;
  readonly anchored: string;
  /** Whether nothing was wrong. */
  readonly good: boolean;
  readonly checked: number;
  readonly headSeq: number;
  readonly firstBadSeq: number | null;
  readonly root: string;
  readonly durationMs: number;
  /** Decisions compared with their records, and of them those that differ. */
  readonly decisions: number;
  readonly differing: number;
  readonly anchorsCompared: number;
  /** The newest checkpoint that was compared; null when there was none. */
  readonly anchorSize: number | null;
};

const fine: ReadonlySet<string> = new Set(["intact", "complete", "anchored", "notAnchored", "notChecked"]);

/** The results an entry names, or what the single verdict of older entries says of them. */
function results(
  data: LedgerData,
): Pick<RecordedVerification, "integrity" | "completeness" | "anchored" | "good"> {
  const verdict = text(data, "verdict");
  const truncated = verdict === "truncated";
  const integrity = text(data, "integrity") || (truncated ? "intact" : verdict);
  const completeness = text(data, "completeness") || (truncated ? "truncated" : "notChecked");
  const anchored = text(data, "anchored") || "notChecked";
  return {
    integrity,
    completeness,
    anchored,
    good: [integrity, completeness, anchored].every((each) => fine.has(each)),
  };
}

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
    ...results(data),
    checked: Number(text(data, "checked")),
    headSeq: Number(text(data, "headSeq")),
    firstBadSeq: text(data, "firstBadSeq") === "" ? null : Number(text(data, "firstBadSeq")),
    root: text(data, "root"),
    durationMs: Number(text(data, "durationMs")),
    decisions: Number(text(data, "decisions")),
    differing: Number(text(data, "differing")),
    anchorsCompared: Number(text(data, "anchorsCompared")),
    anchorSize: text(data, "anchorSize") === "" ? null : Number(text(data, "anchorSize")),
  }));
}

/** When the last check began to read, and whether nothing was wrong; null before the first that told three results apart. */
export async function lastCheckMade(viewer: Viewer): Promise<CheckMade | null> {
  const [last] = await listVerifications(viewer, 1);
  if (last === undefined || last.completeness === "notChecked") return null;
  return { at: last.at.getTime() - last.durationMs, good: last.good };
}
