import { randomBytes, randomUUID } from "node:crypto";

/** A time-ordered UUID (version 7, RFC 9562 section 5.7) for a new row. */
export function newId(at: Date = new Date()): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(at.getTime(), 0, 6);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x70, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

/** A random reference that says nothing about when it was made. The ledger names people only by these. */
export function newSubjectRef(): string {
  return randomUUID();
}
