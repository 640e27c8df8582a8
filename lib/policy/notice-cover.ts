// Nothing new is done with a person's data before that person was told, and an old "yes" covers only what it was given
// for (UK GDPR 13(3), 14(4), 7; law.md TR-3, CN-4).
import type { PolicyDocument } from "./document";

/** Since when the parts of a policy in force are known to members, and since when a "yes" counts. */
export type PolicyCover = {
  /** Purpose key → the number of the first privacy notice that tells of it as it is now. Absent: every notice does. */
  readonly purposes: Readonly<Record<string, number>>;
  /** Recipient key → likewise. */
  readonly recipients: Readonly<Record<string, number>>;
  /** Purpose key → the instant (epoch ms) before which a "yes" was given for something else. Absent: none was. */
  readonly consents: Readonly<Record<string, number>>;
};

/** A policy document as it is in force: with what members were told of it. Without `cover` everyone was told all of it. */
export type PolicyInForce = PolicyDocument & { readonly cover?: PolicyCover };

export const coversAll: PolicyCover = { purposes: {}, recipients: {}, consents: {} };

/** What a new version brings that members must be told before it begins. Keys of its purposes and recipients. */
export type NewProcessing = {
  readonly purposes: readonly string[];
  readonly recipients: readonly string[];
  /** Purposes whose meaning, or whose controller, is another now: older consents were not given for this. */
  readonly consents: readonly string[];
};

function since<T>(
  before: Readonly<Record<string, T>>,
  changed: readonly string[],
  now: T,
  still: ReadonlySet<string>,
): Readonly<Record<string, T>> {
  const both = [...Object.entries(before), ...changed.map((key) => [key, now] as const)];
  return Object.fromEntries(both.filter(([key]) => still.has(key)));
}

/**
 * The cover of a new version: what it brings counts from its own notice, everything else as before.
 * @param at when the version comes into force (epoch ms)
 */
export function coverAfter(
  before: PolicyCover,
  document: PolicyDocument,
  brings: NewProcessing,
  { noticeNumber, at }: { readonly noticeNumber: number; readonly at: number },
): PolicyCover {
  const purposes = new Set(document.purposes.map(({ key }) => key));
  const recipients = new Set(document.recipients.map(({ key }) => key));
  return {
    purposes: since(before.purposes, brings.purposes, noticeNumber, purposes),
    recipients: since(before.recipients, brings.recipients, noticeNumber, recipients),
    consents: since(before.consents, brings.consents, at, purposes),
  };
}

/**
 * Whether a person who was shown notices up to `newestShown` was told of a purpose as it is now. Every notice tells of
 * all purposes, so the newest one counts; null: the person was shown none.
 */
export function noticeCovers(
  { cover = coversAll }: PolicyInForce,
  purposeKey: string,
  newestShown: number | null,
): boolean {
  return newestShown !== null && newestShown >= (cover.purposes[purposeKey] ?? 1);
}

/**
 * Whether a "yes" to a notice that was published at an instant (epoch ms) was given for the purpose as it is now: an older
 * notice told of something else, or of another controller, whenever the form that came with it was filled in.
 */
export function coversConsent(
  { cover = coversAll }: PolicyInForce,
  purposeKey: string,
  publishedAt: number,
): boolean {
  return publishedAt >= (cover.consents[purposeKey] ?? publishedAt);
}

type Dated = {
  readonly purposeKey: string;
  readonly decision: string;
  readonly effectiveAt: number;
  readonly validUntil: number | null;
};

/**
 * The decisions as they count under this policy: a "yes" given before its purpose meant what it means now ended then. A
 * "no" is never touched, so that a change of policy lifts none (law.md I4).
 */
export function consentsCovered<T extends Dated>(
  { cover = coversAll }: PolicyInForce,
  consents: readonly T[],
): readonly T[] {
  if (Object.keys(cover.consents).length === 0) return consents;
  return consents.map((consent) => {
    const from = cover.consents[consent.purposeKey];
    if (from === undefined || consent.decision !== "given" || consent.effectiveAt >= from) return consent;
    return { ...consent, validUntil: Math.min(consent.validUntil ?? from, from) };
  });
}
