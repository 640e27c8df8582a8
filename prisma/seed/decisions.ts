import { asksFirst, choicesOf } from "@/lib/policy/choice";
import { consentValidUntil } from "@/lib/policy/consent";
import type { PolicyDocument, Purpose } from "@/lib/policy/document";
import type { ConsentFact } from "@/lib/policy/gate/types";
import type { Channel } from "@/lib/policy/vocabulary";
import type { Random } from "./random";
import { day } from "./town";

const agreeing: Readonly<Partial<Record<Channel, number>>> = {
  email: 0.78,
  sms: 0.38,
  call: 0.24,
  post: 0.45,
};

function fact(
  purpose: Purpose,
  channel: Channel | null,
  decision: ConsentFact["decision"],
  method: ConsentFact["method"],
  at: number,
  validUntil: number | null,
): ConsentFact {
  return {
    purposeKey: purpose.key,
    channel,
    decision,
    method,
    effectiveAt: at,
    recordedAt: at,
    validUntil,
    evidenced: true,
  };
}

/** What someone decides while joining: a yes or no for each thing they are asked, a refusal here and there of what is not asked. */
export function firstDecisions(
  random: Random,
  document: PolicyDocument,
  at: number,
  agreesToAll: boolean,
): readonly ConsentFact[] {
  return document.purposes.flatMap((purpose) => {
    if (purpose.messageKind === "service") return [];
    const asked = choicesOf(purpose).filter((channel) => asksFirst(purpose, channel));
    if (asked.length === 0) {
      const refuses = purpose.messageKind !== null && !agreesToAll && random.chance(0.05);
      return refuses ? [fact(purpose, null, "refused", "web", at, null)] : [];
    }
    return asked.map((channel) => {
      const agrees = agreesToAll || random.chance(channel === null ? 0.4 : (agreeing[channel] ?? 0.2));
      const end = agrees ? consentValidUntil(document, at) : null;
      return fact(purpose, channel, agrees ? "given" : "refused", "web", at, end);
    });
  });
}

/** How some people change their mind before `until`: on the web, by a link in a mail, or on the phone. */
export function laterDecisions(
  random: Random,
  document: PolicyDocument,
  joinedAt: number,
  until: number,
): readonly ConsentFact[] {
  if (until - joinedAt < 20 * day || !random.chance(0.14)) return [];
  const purposes = document.purposes.filter(
    ({ messageKind }) => messageKind === "research" || messageKind === "directMarketing",
  );
  if (purposes.length === 0) return [];
  const purpose = random.pick(purposes);
  const at = joinedAt + 10 * day + Math.floor(random.next() * (until - joinedAt - 15 * day));
  const method = random.weighted([
    ["web", 5],
    ["link", 4],
    ["phone", 2],
    ["paper", 1],
  ] as const);
  const decision = purpose.lawfulBasis === "consent" ? "withdrawn" : "objected";
  // A link in a mail stops what came by mail.
  const channel = method === "link" || random.chance(0.5) ? "email" : null;
  return [fact(purpose, channel, decision, method, at, null)];
}

/** Only a yes can be taken back: who never gave this one takes back one by mail that they gave, or nothing. */
export function takingBackYeses(
  first: readonly ConsentFact[],
  later: readonly ConsentFact[],
): readonly ConsentFact[] {
  const given = first.filter(({ decision }) => decision === "given");
  return later.flatMap((fact) => {
    const gave = given.some(
      ({ purposeKey, channel }) =>
        purposeKey === fact.purposeKey && (fact.channel === null || fact.channel === channel),
    );
    if (fact.decision !== "withdrawn" || gave) return [fact];
    const byMail = given.find(({ channel }) => channel === "email");
    return byMail === undefined ? [] : [{ ...fact, purposeKey: byMail.purposeKey, channel: "email" }];
  });
}
