import { newId } from "@/lib/id";
import { sealFields } from "@/lib/ledger/keyring/seal";
import { choicesOf, choiceStanding } from "@/lib/policy/choice";
import { purposeOf } from "@/lib/policy/purpose";
import { standingConsents } from "@/lib/policy/standing-consents";
import {
  countsFrom,
  isProven,
  recordedAs,
  type StatedDecision,
  type StatedMethod,
} from "@/lib/policy/stated-decision";
import type { Channel } from "@/lib/policy/vocabulary";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import { ok, refuse, refuseFields, type Result } from "@/lib/result";
import { actingStaff } from "../activity/acting-staff";
import type { Ctx } from "../context";
import { ensureNoticeShown } from "./ensure-notice-shown";
import { lockFacts } from "./lock-facts";
import { recordDecisions } from "./record-decisions";

/** What a member told somebody who works here. `day`: civil, Europe/London. */
export type ToldDecision = {
  readonly panel: PanelView;
  readonly memberId: string;
  readonly purposeKey: string;
  /** Null: every way of contact. */
  readonly channel: Channel | null;
  readonly answer: "yes" | "no";
  readonly day: string;
  readonly method: Exclude<StatedMethod, "import">;
  /** The version of the words that were read out; "" when none were. */
  readonly scriptVersion: string;
  /** The question as it was asked or printed. */
  readonly wording: string;
  /** Where the proof is found. */
  readonly evidence: string;
};

export type Told = {
  /** `unproven`: kept, and never used (law.md CN-9). */
  readonly stands: "yes" | "no" | "unproven";
  readonly toDrain: readonly string[];
};

/** What is recorded: a "no" to what was never asked is a refusal, to anything else the stop that its basis demands. */
function decisionOf(told: ToldDecision, running: boolean): StatedDecision | null {
  const purpose = purposeOf(told.panel.document, told.purposeKey);
  if (purpose === null) return null;
  if (told.answer === "yes") return "given";
  return recordedAs(purpose, running ? "withdrawn" : "refused");
}

/** A yes is proven by what was asked and where; a "no" needs nothing. */
function proven({ panel, method, scriptVersion, wording, evidence }: ToldDecision): boolean {
  const notice = panel.privacyNoticeNumber;
  return isProven({ method, wording, scriptVersion, notice, recordedBy: "staff" }) && evidence !== "";
}

/**
 * Records what a member said by phone, on paper or in person: the same record, the same effect and the same evidence as on
 * their own pages (UK GDPR 7(1), 7(3); law.md CN-3, CN-9). A "no" always counts; a yes without its proof is kept and never
 * used. Call `drainHandOver` before a "no" is said to be recorded.
 */
export async function recordTold(ctx: Ctx, told: ToldDecision): Promise<Result<Told>> {
  const { panel, memberId, purposeKey, channel, answer, day, method } = told;
  if (actingStaff(ctx, "decision.record", panel.id) === null) return refuse("form.notPermitted");
  const purpose = purposeOf(panel.document, purposeKey);
  if (purpose === null) return refuse("form.unreadable");
  if (channel !== null && !choicesOf(purpose).includes(channel)) {
    return refuseFields({ channel: [{ code: "told.channel.notUsed" }] });
  }
  const locked = await lockFacts(ctx.tx, panel, memberId);
  const { own } = locked;
  const gone = own.member.state !== "member" && own.member.state !== "applicant";
  if (gone && answer === "yes") return refuse("told.over");
  const at = ctx.at.getTime();
  const consents = standingConsents(panel.document, own, at);
  const now = choicesOf(purpose).map((one) => choiceStanding(purpose, one, consents, at).answer);
  const decision = decisionOf(told, now.includes("yes"));
  if (decision === null) return refuseFields({ purposeKey: [{ code: "told.purposeKey.mustGoOn" }] });
  const about = own.consents.filter((fact) => fact.purposeKey === purposeKey);
  const effectiveAt = new Date(countsFrom(day, decision, about, at));
  const isProof = answer === "yes" && proven(told);
  const place = method === "inPerson" ? "inPerson" : method;
  const shown = isProof ? await ensureNoticeShown(ctx, panel, own, place) : { id: null, events: [] };
  const id = newId(ctx.at);
  const { scriptVersion, wording, evidence } = told;
  const orNull = (text: string) => (text === "" ? null : text);
  await ctx.tx.consentEvidence.create({
    data: {
      ...{ organisationId: panel.organisationId, consentRecordId: id, statedMethod: method },
      ...{ scriptVersion: orNull(scriptVersion), evidence: orNull(evidence) },
    },
  });
  const event = { organisationId: panel.organisationId, subjectRef: own.subjectRef, effectiveAt } as const;
  const eventType = `consent.${decision}` as const;
  const sealed = await sealFields(ctx, { ...event, eventType }, { evidenceSealed: evidence });
  const affected = await recordDecisions(ctx, {
    ...sealed,
    ...{ panel, member: own, method, effectiveAt, locked, noticeShownId: shown.id, events: shown.events },
    ...(scriptVersion === "" ? {} : { scriptVersion }),
    choices: [{ purposeKey, channel, decision, wording, id }],
  });
  const stands = answer === "no" ? "no" : isProof ? "yes" : "unproven";
  return ok({ stands, toDrain: answer === "no" ? affected : [] });
}
