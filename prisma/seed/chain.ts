import { canonicalBytes } from "@/lib/ledger/canonical";
import { chainHash, emptyChain, grownFrontier, leafHash } from "@/lib/ledger/hashing";

import type { Random } from "./random";
import type { Row } from "./insert-rows";
import type { Happening } from "./town";

/** The rows of the ledger for a history: entries in the order they happened, and the head after the last. */
export function chainOf(
  organisationId: string,
  happenings: readonly Happening[],
  random: Random,
): { entries: Row[]; head: Row } {
  const ordered = happenings.toSorted((one, other) => one.at - other.at);
  let chain: Uint8Array = emptyChain;
  let frontier: readonly Uint8Array[] = [];
  const entries = ordered.map(({ at, by, event }, index): Row => {
    const recordedAt = new Date(at).toISOString();
    const common = { purpose: event.purposeKey ?? null, channel: event.channel ?? null, ...by };
    const bytes = canonicalBytes({
      v: "1",
      organisation: organisationId,
      epoch: "1",
      seq: String(index + 1),
      recordedAt,
      effectiveAt: event.effectiveAt.toISOString(),
      eventType: event.eventType,
      panel: event.panelId,
      subject: event.subjectRef,
      ...common,
      requestId: random.id(at),
      data: event.data,
    });
    const leaf = leafHash(bytes);
    chain = chainHash(chain, leaf);
    frontier = grownFrontier(frontier, BigInt(index), leaf);
    return {
      organisationId,
      seq: String(index + 1),
      bytes,
      leafHash: leaf,
      chainHash: chain,
      recordedAt,
      effectiveAt: event.effectiveAt.toISOString(),
      eventType: event.eventType,
      panelId: event.panelId,
      subjectRef: event.subjectRef,
      purposeKey: common.purpose,
      channel: common.channel,
      actorKind: by.actorKind,
      actorRef: by.actorRef,
    };
  });
  const last = ordered.at(-1);
  const head: Row = {
    organisationId,
    epoch: 1,
    seq: String(entries.length),
    chainHash: chain,
    frontier: frontier.map((root) => `\\x${Buffer.from(root).toString("hex")}`),
    recordedAt: last?.at ?? 0,
  };
  return { entries, head };
}
