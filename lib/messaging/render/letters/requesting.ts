import type { LetterPart } from "@/emails/letter";
import { refusalLetter } from "@/lib/policy/request/closing";
import { askable, asked, saysNo } from "@/lib/policy/request/request";
import { pageUrl } from "../../links";
import { button, note, paragraph, paragraphs, sections, type LetterContent } from "../letter-content";
import { longDate, mailWords } from "../words";
import { memberOf, NothingToSend, subjectId, type LetterSource } from "./posting";

async function requestOf(source: LetterSource) {
  const { organisationId } = source.posting;
  const request = await source.db.dataSubjectRequest.findFirst({
    where: { organisationId, id: subjectId(source, "rightsRequestId") },
    select: { id: true, kind: true, receivedAt: true, dueOn: true, outcome: true, outcomeReason: true },
  });
  if (request === null) throw new NothingToSend("request.missing");
  return request;
}

async function happeningOf(source: LetterSource) {
  const { organisationId } = source.posting;
  const happening = await source.db.requestClockEvent.findFirst({
    where: {
      ...{ organisationId, id: subjectId(source, "clockEventId") },
      requestId: subjectId(source, "rightsRequestId"),
    },
    select: { kind: true, reason: true },
  });
  if (happening === null) throw new NothingToSend("request.missing");
  const what = askable.find((one) => asked[one][0] === happening.kind) ?? "clarification";
  return { what, reason: happening.reason ?? "" };
}

type Request = Awaited<ReturnType<typeof requestOf>>;

function paramsOf({ panel }: LetterSource, { kind, receivedAt, dueOn }: Request) {
  return {
    ...{ panel: panel.name, phone: panel.document.organisation.contactPhone },
    ...{ what: mailWords(`request.what.${kind}`), received: longDate(receivedAt), due: longDate(dueOn) },
  };
}

/** Who is greeted, and for a member the way to where their requests stand. */
async function toWhom(source: LetterSource): Promise<{ name: string | null; parts: readonly LetterPart[] }> {
  if (source.posting.memberId === null) return { name: null, parts: [] };
  const { givenName: name } = await memberOf(source);
  return { name, parts: [button(mailWords("request.button"), pageUrl("/my/requests"))] };
}

type Said = Pick<LetterContent, "subject" | "preview" | "heading" | "parts">;

async function letter(source: LetterSource, { parts, ...said }: Said): Promise<LetterContent> {
  const { name, parts: ways } = await toWhom(source);
  const why = mailWords("why.request", { panel: source.panel.name });
  return { ...said, why, name, parts: [...parts, ...ways] };
}

/** To somebody who used a right: that it is here, and by when they have an answer (UK GDPR 12(3)). */
export async function requestReceived(source: LetterSource): Promise<LetterContent> {
  const request = await requestOf(source);
  const params = paramsOf(source, request);
  return letter(source, {
    subject: mailWords("request.received.subject", params),
    preview: mailWords("request.received.preview", params),
    heading: mailWords("request.received.heading"),
    parts: [
      paragraph(mailWords("request.received.body", params)),
      paragraph(mailWords("request.received.due", params)),
      ...(request.kind === "erasure" ? [paragraph(mailWords("request.received.erasure"))] : []),
      note(mailWords("request.received.notYou", params)),
    ],
  });
}

/** What is asked of them before they have an answer, and what that does to the time. */
export async function requestAsked(source: LetterSource): Promise<LetterContent> {
  const [request, { what, reason }] = await Promise.all([requestOf(source), happeningOf(source)]);
  const params = paramsOf(source, request);
  return letter(source, {
    subject: mailWords("request.asked.subject", params),
    preview: mailWords("request.asked.preview"),
    heading: mailWords(`request.asked.${what}`),
    parts: [
      paragraph(mailWords("request.asked.body", params)),
      ...paragraphs(reason),
      paragraph(mailWords(what === "clarification" ? "request.asked.pauses" : "request.asked.restarts")),
      note(mailWords("request.asked.how", params)),
    ],
  });
}

/** That it takes longer, how long and why; sent inside the first month, or it does not count (UK GDPR 12A(3)-(4)). */
export async function requestExtended(source: LetterSource): Promise<LetterContent> {
  const [request, { reason }] = await Promise.all([requestOf(source), happeningOf(source)]);
  const params = paramsOf(source, request);
  return letter(source, {
    subject: mailWords("request.extended.subject", params),
    preview: mailWords("request.extended.preview", params),
    heading: mailWords("request.extended.heading"),
    parts: [
      paragraph(mailWords("request.extended.body", params)),
      { kind: "subtitle", words: mailWords("request.why") },
      ...paragraphs(reason),
    ],
  });
}

/** Of a refusal its four items; of everything else what the officer wrote. */
function answerOf({ panel, at }: LetterSource, { outcome, outcomeReason }: Request): readonly LetterPart[] {
  const reasons = outcomeReason ?? "";
  if (!saysNo(outcome)) return paragraphs(reasons);
  const items = refusalLetter(panel.document, reasons, at.getTime());
  if (items === null) throw new NothingToSend("request.incomplete");
  return sections(Object.values(items));
}

/** What became of it; of a refusal why, and how to complain to us, to the regulator and to a court (UK GDPR 12(4)). */
export async function requestClosed(source: LetterSource): Promise<LetterContent> {
  const request = await requestOf(source);
  if (request.outcome === null) throw new NothingToSend("request.open");
  const params = paramsOf(source, request);
  return letter(source, {
    subject: mailWords("request.closed.subject", params),
    preview: mailWords("request.closed.preview"),
    heading: mailWords(`request.closed.${request.outcome}.heading`),
    parts: [
      paragraph(mailWords(`request.closed.${request.outcome}.body`, params)),
      ...answerOf(source, request),
    ],
  });
}
