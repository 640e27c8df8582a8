// Contact permission packed for a million members: one bit and one reason byte for each channel × purpose slot
// (DESIGN section 5, Gate). The places of codes and channels are stored: they are only ever added to at the end.
import { gateCodes, type GateCode, type GateDecision } from "./gate/types";
import { channels, type Channel } from "./vocabulary";

/** A purpose has a slot of its own, 0 to 7; a channel's eight places follow those of the channel before it. */
const purposesAtMost = 8;
const notOffered = 255;

export type PackedPermission = {
  /** A byte a channel, a bit a purpose: bit n is set when slot n is permitted. Ends with the last byte that is not zero. */
  readonly permitted: Uint8Array<ArrayBuffer>;
  /** A byte a slot: 0 permitted, 255 not offered, else the place of the reason in `gateCodes`. Ends with the last offered. */
  readonly reasons: Uint8Array<ArrayBuffer>;
  /** First instant at which any slot may change by time alone (epoch ms). */
  readonly validUntil: number | null;
};

/** The slot of a purpose (its own slot, 0 to 7) on a channel: 0 to 79. Throws a RangeError for any other purpose slot. */
export function slotOf(purposeSlot: number, channel: Channel): number {
  if (!Number.isInteger(purposeSlot) || purposeSlot < 0 || purposeSlot >= purposesAtMost) {
    throw new RangeError("A purpose slot is a whole number from 0 to 7");
  }
  return channels.indexOf(channel) * purposesAtMost + purposeSlot;
}

/** Packs decisions by slot. A slot without a decision is not offered, and not permitted. */
export function packPermission(decisions: ReadonlyMap<number, GateDecision>): PackedPermission {
  const length = Math.max(-1, ...decisions.keys()) + 1;
  const reasons = new Uint8Array(length).fill(notOffered);
  const permitted = new Uint8Array(Math.ceil(length / 8));
  let last = 0;
  let validUntil: number | null = null;
  for (const [slot, decision] of decisions) {
    reasons[slot] = decision.permitted ? 0 : gateCodes.indexOf(decision.code);
    if (decision.permitted) {
      permitted[slot >> 3] = (permitted[slot >> 3] ?? 0) | (1 << (slot & 7));
      last = Math.max(last, (slot >> 3) + 1);
    }
    const until = decision.validUntil;
    if (until !== null && (validUntil === null || until < validUntil)) validUntil = until;
  }
  return { permitted: permitted.slice(0, last), reasons, validUntil };
}

/** The reason of a slot: "permitted", or why not. A row that was never packed (no bytes) is not offered. */
export function reasonAt(reasons: Uint8Array, slot: number): GateCode {
  return reasonOf(reasons[slot] ?? notOffered);
}

/** The reason that a byte of `reasons` stands for. */
export function reasonOf(byte: number): GateCode {
  return byte === notOffered ? "channel.notOffered" : (gateCodes[byte] ?? "facts.unreadable");
}

/** Whether the bit of a slot is set. */
export function isPermitted(permitted: Uint8Array, slot: number): boolean {
  return (((permitted[slot >> 3] ?? 0) >> (slot & 7)) & 1) === 1;
}

/** The bytes that stand for a reason in `reasons`; for finding left-out members by reason in SQL. */
export function bytesOf(code: GateCode): readonly number[] {
  const place = gateCodes.indexOf(code);
  return code === "channel.notOffered" ? [notOffered, place] : [place];
}
