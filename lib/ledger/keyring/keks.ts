import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";

// Key-encryption keys wrap the keys of persons. They come from the environment and are never in the database.

/** One key-encryption key: 32 bytes, under the number by which wrapped keys name it. */
export type Kek = { readonly version: number; readonly key: Buffer };

/** A person's key as the database keeps it. */
export type WrappedKey = {
  readonly keyVersion: number;
  readonly kekVersion: number;
  /** Nonce (12 bytes), ciphertext (32), tag (16). */
  readonly wrapped: Buffer;
};

/** Whose key it is; bound into the wrapping, so that one person's key cannot be put in another's place. */
export type KeyOwner = { readonly organisationId: string; readonly subjectRef: string };

const cipher = "aes-256-gcm";
const nonceLength = 12;
const tagLength = 16;

/** The key cannot be had: its key-encryption key is missing or another one. Never answered with an empty text. */
export class KeyUnavailable extends Error {
  constructor() {
    super("A person's key cannot be unwrapped: its key-encryption key is missing or wrong");
    this.name = "KeyUnavailable";
  }
}

/** AES-256-GCM with a fresh nonce: nonce, ciphertext and tag joined. `place` must be the same to open it. */
export function encrypt(key: Buffer, place: string, clear: Buffer): Buffer {
  const nonce = randomBytes(nonceLength);
  const encrypting = createCipheriv(cipher, key, nonce).setAAD(Buffer.from(place, "utf8"));
  return Buffer.concat([nonce, encrypting.update(clear), encrypting.final(), encrypting.getAuthTag()]);
}

/** @throws Error when key, place or text are not those of `encrypt` */
export function decrypt(key: Buffer, place: string, sealed: Buffer): Buffer {
  const nonce = sealed.subarray(0, nonceLength);
  const decrypting = createDecipheriv(cipher, key, nonce, { authTagLength: tagLength })
    .setAAD(Buffer.from(place, "utf8"))
    .setAuthTag(sealed.subarray(-tagLength));
  return Buffer.concat([decrypting.update(sealed.subarray(nonceLength, -tagLength)), decrypting.final()]);
}

function wrapPlace({ organisationId, subjectRef }: KeyOwner, keyVersion: number, kekVersion: number): string {
  return ["keyring", organisationId, subjectRef, keyVersion, kekVersion].join("|");
}

/** The newest of the keys: what wraps from now on. */
export function newestKek(keks: readonly Kek[]): Kek {
  const newest = keks.toSorted((one, other) => other.version - one.version)[0];
  if (newest === undefined) throw new KeyUnavailable();
  return newest;
}

/** Wraps a person's key under the newest key-encryption key. */
export function wrapKey(keks: readonly Kek[], owner: KeyOwner, keyVersion: number, key: Buffer): WrappedKey {
  const kek = newestKek(keks);
  const wrapped = encrypt(kek.key, wrapPlace(owner, keyVersion, kek.version), key);
  return { keyVersion, kekVersion: kek.version, wrapped };
}

/** @throws KeyUnavailable when no key that we hold opens it */
export function unwrapKey(keks: readonly Kek[], owner: KeyOwner, wrapped: WrappedKey): Buffer {
  const kek = keks.find(({ version }) => version === wrapped.kekVersion);
  if (kek === undefined) throw new KeyUnavailable();
  try {
    return decrypt(kek.key, wrapPlace(owner, wrapped.keyVersion, wrapped.kekVersion), wrapped.wrapped);
  } catch {
    throw new KeyUnavailable();
  }
}
