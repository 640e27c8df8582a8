import { decrypt, encrypt } from "./keks";

// A sealed field of an entry: "1.<key version>.<nonce>.<ciphertext and tag>", both in base64url (docs/ledger-erasure.md).

/** Where a sealed value stands. It opens nowhere else. */
export type SealedPlace = {
  readonly organisationId: string;
  readonly subjectRef: string;
  readonly eventType: string;
  /** ISO 8601, UTC, milliseconds. */
  readonly effectiveAt: string;
  readonly requestId: string;
  /** The key in `data`; ends in "Sealed". */
  readonly field: string;
};

const form = /^1\.([1-9]\d*)\.([\w-]{16})\.([\w-]{22,})$/u;
const nonceLength = 12;

function boundTo(place: SealedPlace, keyVersion: number): string {
  const { organisationId, subjectRef, eventType, effectiveAt, requestId, field } = place;
  return [organisationId, subjectRef, eventType, effectiveAt, requestId, field, keyVersion].join("|");
}

export function sealText(key: Buffer, keyVersion: number, place: SealedPlace, clear: string): string {
  const sealed = encrypt(key, boundTo(place, keyVersion), Buffer.from(clear, "utf8"));
  const nonce = sealed.subarray(0, nonceLength).toString("base64url");
  return ["1", keyVersion, nonce, sealed.subarray(nonceLength).toString("base64url")].join(".");
}

/** @throws Error when the text is no sealed value, or is not this place's or this key's */
export function openText(key: Buffer, place: SealedPlace, sealed: string): string {
  const [, keyVersion, nonce, rest] = form.exec(sealed) ?? [];
  if (keyVersion === undefined || nonce === undefined || rest === undefined)
    throw new Error("This is not a sealed value");
  const bytes = Buffer.concat([Buffer.from(nonce, "base64url"), Buffer.from(rest, "base64url")]);
  return decrypt(key, boundTo(place, Number(keyVersion)), bytes).toString("utf8");
}
