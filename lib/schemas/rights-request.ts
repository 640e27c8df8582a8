import { z } from "zod";
import { isCivilDate } from "@/lib/policy/civil";
import { feeGrounds } from "@/lib/policy/request/asking";
import { refusalGrounds } from "@/lib/policy/request/closing";
import {
  askable,
  requestKinds,
  requestOutcomes,
  saysNo,
  type RequestKind,
} from "@/lib/policy/request/request";
import { gatherDate } from "./activity-date";
import { onceRead } from "./once-read";

const id = z.uuid({ error: "form.unreadable" });
const optional = (longest: number, error: string) =>
  z
    .string()
    .trim()
    .max(longest, { error })
    .optional()
    .transform((text) => text ?? "");
const details = z
  .string({ error: "rightsRequest.details.missing" })
  .trim()
  .min(1, { error: "rightsRequest.details.missing" })
  .max(4_000, { error: "rightsRequest.details.long" });
const kind = z.enum(requestKinds, { error: "rightsRequest.kind.missing" });
const reasons = z.string().trim().min(10, { error: "reasons.short" }).max(2_000, { error: "reasons.long" });
const day = (error: string) => z.string().refine(isCivilDate, { error });

/** The kinds that say by themselves what is asked for: words of their own are welcome, and not needed. */
const wordless: ReadonlySet<string> = new Set(["access", "erasure", "portability"]);

/** What a member asks for on their own page. `id`: of the form, so that sent twice it is one request. */
export const askRequestSchema = z
  .strictObject({ id, kind, details: optional(4_000, "rightsRequest.details.long") })
  .refine(({ kind: asked, details: said }) => said !== "" || wordless.has(asked), {
    ...{ path: ["details"], error: "rightsRequest.details.own" },
  });

/** Whether somebody need not write anything to ask for this. */
export function needsNoWords(asked: RequestKind): boolean {
  return wordless.has(asked);
}

/** What staff pass on: about a member, or somebody named. */
export const receiveRequestSchema = z.preprocess(
  (form) => gatherDate("receivedOn", form),
  z
    .strictObject({
      ...{ id, kind, details },
      reference: optional(20, "rightsRequest.reference.unknown").transform((text) => text.toUpperCase()),
      requesterName: optional(160, "rightsRequest.requesterName.long"),
      replyTo: optional(300, "rightsRequest.replyTo.long"),
      method: z.enum(["phone", "paper", "inPerson"], { error: "rightsRequest.method.missing" }),
      receivedOn: day("rightsRequest.receivedOn.missing"),
    })
    .refine(({ reference, requesterName }) => reference !== "" || requesterName !== "", {
      ...{
        path: ["reference"],
        error: "rightsRequest.who.missing",
        when: onceRead("reference", "requesterName"),
      },
    }),
);

/** The day on which they were told otherwise; null when it goes by mail now. */
function toldOn(form: unknown): unknown {
  const gathered = gatherDate("on", form);
  const byMail =
    typeof gathered === "object" && gathered !== null && "how" in gathered && gathered.how === "email";
  return byMail ? { ...gathered, on: null } : gathered;
}

const how = z.enum(["email", "otherwise"], { error: "rightsRequest.how.missing" });
const on = z.union([z.null(), z.string().refine(isCivilDate)], { error: "rightsRequest.on.missing" });

/** A question to who asks. */
export const askPersonSchema = z.preprocess(
  toldOn,
  z
    .strictObject({
      requestId: id,
      what: z.enum(askable, { error: "rightsRequest.what.missing" }),
      reason: reasons,
      feeGround: z.enum(feeGrounds, { error: "rightsRequest.feeGround.missing" }).optional(),
      ...{ how, on },
    })
    .transform(({ how: _, feeGround = null, ...question }) => ({ ...question, feeGround })),
);

/** That their answer is here. */
export const recordAnswerSchema = z.preprocess(
  (form) => gatherDate("on", form),
  z.strictObject({
    requestId: id,
    what: z.enum(askable, { error: "rightsRequest.what.missing" }),
    on: day("rightsRequest.on.missing"),
  }),
);

/** That it takes longer, and why. */
export const extendRequestSchema = z.preprocess(
  toldOn,
  z
    .strictObject({ requestId: id, reason: reasons, how, on })
    .transform(({ how: _, ...extension }) => extension),
);

/** How far it is with telling one recipient. */
export const tellRecipientSchema = z
  .strictObject({
    requestId: id,
    recipientKey: z.string().min(1).max(64),
    standing: z.enum(["told", "confirmed", "notTold"], { error: "rightsRequest.standing.missing" }),
    reason: optional(2_000, "reasons.long"),
  })
  .refine(({ standing, reason }) => standing !== "notTold" || reason !== "", {
    ...{ path: ["reason"], error: "rightsRequest.reason.missing" },
  });

/** How a request ends. */
export const closeRequestSchema = z
  .strictObject({
    requestId: id,
    outcome: z.enum(requestOutcomes, { error: "rightsRequest.outcome.missing" }),
    ground: z.enum(refusalGrounds, { error: "rightsRequest.ground.missing" }).optional(),
    reasons: optional(4_000, "reasons.long"),
  })
  .refine(({ outcome, ground }) => !saysNo(outcome) || ground !== undefined, {
    ...{ path: ["ground"], error: "rightsRequest.ground.missing" },
  })
  .refine(({ outcome, reasons: said }) => !saysNo(outcome) || said !== "", {
    ...{ path: ["reasons"], error: "rightsRequest.reasons.missing" },
  })
  .transform(({ ground = null, ...close }) => ({ ...close, ground }));

// Addresses are typed and shortened: what cannot be read narrows nothing.

/** What the list's address may say: which requests, whose, and after which the page begins. */
export const requestQuerySchema = z.object({
  show: z.literal("closed").optional().catch(undefined),
  member: z.string().trim().min(1).max(20).optional().catch(undefined),
  due: z.string().refine(isCivilDate).optional().catch(undefined),
  id: z.uuid().optional().catch(undefined),
});
export type RequestQuery = z.output<typeof requestQuerySchema>;

/** A request's id in an address. */
export const requestIdSchema = z.uuid();

/** Which letter a page prints: about what, and for a question or an extension about which step. */
export const requestLetterSchema = z
  .object({
    id: z.uuid(),
    about: z.enum(["received", "asked", "extended", "closed"]),
    step: z.uuid().optional(),
  })
  .refine(({ about, step }) => step !== undefined || about === "received" || about === "closed");
