import { hashAddress } from "@/lib/auth/secrets";
import type { Purpose } from "@/lib/policy/document";
import type { ConsentFact } from "@/lib/policy/gate/types";
import { wordingHash } from "@/lib/usecases/consent/wording-hash";
import type { Random } from "./random";
import { happen, put, type Acting, type Town } from "./town";

function putWording(town: Town, text: string): void {
  const hash = wordingHash(text);
  if (town.rows.get("wording")?.some((row) => row["hash"] === hash) === true) return;
  put(town, "wording", { hash, text, language: "en", format: "standard", firstUsedAt: town.begins });
}

/** The words a decision was made on: the purpose's question, or its statement where nothing is asked. */
function wordsOf(purpose: Purpose, fact: Pick<ConsentFact, "channel">): string {
  const asked = fact.channel === null ? purpose.askOnce : purpose.ask?.[fact.channel];
  return asked ?? `${purpose.name}. ${purpose.why} ${purpose.stopping}`;
}

/** Keeps one decision with its words, its record and its line in the ledger. Returns the id of the record. */
export function putDecision(
  town: Town,
  random: Random,
  who: { id: string; subjectRef: string },
  noticeShownId: string,
  purpose: Purpose,
  fact: ConsentFact,
): string {
  const words = wordsOf(purpose, fact);
  const id = random.id(fact.effectiveAt);
  const by: Acting = { actorKind: "member", actorRef: who.subjectRef };
  putWording(town, words);
  put(town, "consent_record", {
    id,
    memberId: who.id,
    purposeKey: fact.purposeKey,
    channel: fact.channel,
    decision: fact.decision,
    method: fact.method,
    ...by,
    wordingHash: wordingHash(words),
    noticeShownId,
    policyVersionId: town.policyVersionId,
    effectiveAt: fact.effectiveAt,
    recordedAt: fact.recordedAt,
    validUntil: fact.validUntil,
  });
  happen(town, fact.recordedAt, by, {
    eventType: `consent.${fact.decision}`,
    subjectRef: who.subjectRef,
    purposeKey: fact.purposeKey,
    ...(fact.channel === null ? {} : { channel: fact.channel }),
    data: {
      consentRecordId: id,
      wordingHash: wordingHash(words),
      policyVersionId: town.policyVersionId,
      lawfulBasis: purpose.lawfulBasis,
      method: fact.method,
      noticeShownId,
      privacyNoticeId: town.privacyNoticeId,
      ...(fact.validUntil === null ? {} : { validUntil: new Date(fact.validUntil).toISOString() }),
    },
  });
  return id;
}

/** A "no" by a link in a mail closes the address for that purpose, whoever uses it. */
export function putSuppression(
  town: Town,
  random: Random,
  subjectRef: string,
  email: string,
  fact: ConsentFact,
  consentRecordId: string,
): void {
  const id = random.id(fact.recordedAt);
  const { purposeKey, method: source, recordedAt } = fact;
  const address = { addressHash: hashAddress(email), addressHint: email.slice(-2) };
  put(town, "suppression", { id, ...address, purposeKey, channel: "email", source, subjectRef, recordedAt });
  const by: Acting = { actorKind: "member", actorRef: subjectRef };
  const about = { subjectRef, purposeKey, channel: "email" } as const;
  happen(town, recordedAt, by, {
    ...about,
    eventType: "suppression.added",
    data: { suppressionId: id, source, consentRecordId },
  });
}
