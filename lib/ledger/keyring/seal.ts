import { randomBytes } from "node:crypto";
import { readConfig } from "@/lib/config/config";
import { statement } from "@/lib/db/transaction";
import type { Ctx } from "@/lib/usecases/context";
import type { EventType } from "../catalogue";
import { unwrapKey, wrapKey, type KeyOwner } from "./keks";
import { sealText } from "./sealed-field";

const newKeyVersion = 1;

type Taken = { readonly key_version: number; readonly kek_version: number; readonly wrapped: Buffer };

const take = {
  name: "take-key",
  text: "SELECT key_version, kek_version, wrapped FROM keyring.take_key($1, $2, $3, $4, $5)",
};

/** The person's key, made now if they have none; null when they were erased. One round trip. */
async function takeKey(ctx: Ctx, owner: KeyOwner): Promise<{ key: Buffer; keyVersion: number } | null> {
  const { ledgerKeks } = readConfig();
  const made = randomBytes(32);
  const { keyVersion, kekVersion, wrapped } = wrapKey(ledgerKeks, owner, newKeyVersion, made);
  const values = [owner.organisationId, owner.subjectRef, keyVersion, kekVersion, wrapped];
  const [taken] = await statement<Taken>(ctx.tx, take, values);
  if (taken === undefined) return null;
  if (taken.wrapped.equals(wrapped)) return { key: made, keyVersion };
  const stored = { keyVersion: taken.key_version, kekVersion: taken.kek_version, wrapped: taken.wrapped };
  return { key: unwrapKey(ledgerKeks, owner, stored), keyVersion: taken.key_version };
}

/** The event whose data the sealed values go into, before it has its data. */
export type EventToSeal = {
  readonly organisationId: string;
  readonly subjectRef: string;
  readonly eventType: EventType;
  readonly effectiveAt: Date;
};

type Texts<Field extends string> = Readonly<Partial<Record<Field, string>>>;

/**
 * Seals what an entry must keep readable only as long as the person is: each text under their own key, bound to its place
 * in this entry. Spread the result into the event's data. Empty texts are left out; so is everything about a person who
 * was erased. Inside the transaction: a key that was made is kept only with the entry.
 * @throws KeyUnavailable when their key is wrapped by a key-encryption key that we do not hold
 */
export async function sealFields<Field extends `${string}Sealed`>(
  ctx: Ctx,
  event: EventToSeal,
  texts: Texts<Field>,
): Promise<Texts<Field>> {
  const nothing = {} as Texts<Field>;
  const clear = (Object.entries(texts) as [Field, string | undefined][]).flatMap(([field, text]) =>
    text === undefined || text === "" ? [] : [[field, text.normalize("NFC")] as const],
  );
  if (clear.length === 0) return nothing;
  const taken = await takeKey(ctx, event);
  if (taken === null) return nothing;
  const place = {
    organisationId: event.organisationId,
    subjectRef: event.subjectRef,
    eventType: event.eventType,
    effectiveAt: event.effectiveAt.toISOString(),
    requestId: ctx.requestId,
  };
  return Object.fromEntries(
    clear.map(([field, text]) => [field, sealText(taken.key, taken.keyVersion, { ...place, field }, text)]),
  ) as Texts<Field>;
}
