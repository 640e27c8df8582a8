// Contact permission packed for a million members: one bit and one reason byte for each purpose slot × channel
// (DESIGN section 5, Gate). The places of codes and channels are stored: they are only ever added to at the end.
import { gateCodes, type GateCode, type GateDecision } from "./gate/types";
import type { Channel } from "./vocabulary";

/** The channels with a place in the packed permission; the gate is asked afresh about any other. */
const packedChannels: readonly Channel[] = ["email", "sms", "call", "post"];

export const slotCount = 32;
const notOffered = 255;

export type PackedPermission = {
  /** Bit n is set when slot n is permitted. */
  readonly bits: bigint;
  /** 32 bytes, one a slot: 0 permitted, 255 not offered, else the place of the reason in `gateCodes`. */
  readonly reasons: Uint8Array<ArrayBuffer>;
  /** First instant at which any slot may change by time alone (epoch ms). */
  readonly validUntil: number | null;
};

/** Whether contact permission is kept packed for a channel. */
export function isPacked(channel: Channel): boolean {
  return packedChannels.includes(channel);
}

/**
 * The slot of a purpose (its own slot, 0 to 7) on a channel: 0 to 31. Throws a RangeError for any other purpose slot, and
 * for a channel that is not packed.
 */
export function slotOf(purposeSlot: number, channel: Channel): number {
  if (!Number.isInteger(purposeSlot) || purposeSlot < 0 || purposeSlot > 7) {
    throw new RangeError("A purpose slot is a whole number from 0 to 7");
  }
  if (!isPacked(channel)) throw new RangeError("This channel has no place in the packed permission");
  return purposeSlot * packedChannels.length + packedChannels.indexOf(channel);
}

/** Packs decisions by slot. A slot without a decision is not offered, and not permitted. */
export function packPermission(decisions: ReadonlyMap<number, GateDecision>): PackedPermission {
  const reasons = new Uint8Array(slotCount).fill(notOffered);
  let bits = 0n;
  let validUntil: number | null = null;
  for (const [slot, decision] of decisions) {
    reasons[slot] = decision.permitted ? 0 : gateCodes.indexOf(decision.code);
    if (decision.permitted) bits |= 1n << BigInt(slot);
    const until = decision.validUntil;
    if (until !== null && (validUntil === null || until < validUntil)) validUntil = until;
  }
  return { bits, reasons, validUntil };
}

/** The reason of a slot: "permitted", or why not. A row that was never packed (no bytes) is not offered. */
export function reasonAt(reasons: Uint8Array, slot: number): GateCode {
  const place = reasons[slot] ?? notOffered;
  return place === notOffered ? "channel.notOffered" : (gateCodes[place] ?? "facts.unreadable");
}

/** Whether the bit of a slot is set. */
export function isPermitted(bits: bigint, slot: number): boolean {
  return ((bits >> BigInt(slot)) & 1n) === 1n;
}

/** The byte that stands for a reason in `reasons`; for counting left-out members by reason in SQL. */
export function reasonByte(code: GateCode): number {
  return gateCodes.indexOf(code);
}
