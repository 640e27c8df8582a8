import { database } from "@/lib/db/client";
import { channelLaw, type AddressKind } from "@/lib/policy/channel-law";
import type { Field, Purpose } from "@/lib/policy/document";
import { optionsOf } from "@/lib/schemas/join-answers";
import { writePhoneNumber } from "@/lib/schemas/phone-number";
import type { PanelView } from "../panel/get-panel";
import { countOwnRequests } from "../rights-request/list-own-requests";
import { getChoices, type PurposeChoice } from "./get-choices";
import { getMember, type MemberView } from "./get-member";
import { listRetention, type KeptUntil } from "./list-retention";

/** One kind of information and what is held of it about one member. */
export type HeldField = {
  readonly field: Field;
  /** In words; empty when nothing is held. */
  readonly values: readonly string[];
  /** What it is used for now: neither what was refused nor what nobody agreed to. */
  readonly purposes: readonly Purpose[];
  readonly kept: KeptUntil | null;
};

export type HeldData = {
  readonly fields: readonly HeldField[];
  /** How much is held besides the fields. */
  readonly counts: {
    readonly decisions: number;
    readonly messages: number;
    readonly invitations: number;
    readonly surveyAnswers: number;
    readonly requests: number;
  };
};

type Known = {
  readonly member: MemberView;
  readonly monitoring: ReadonlyMap<string, string>;
  readonly adjustments: readonly string[];
  readonly attended: readonly string[];
};

function addressOf({ addressLine1, addressLine2, town, postcode }: MemberView): readonly string[] {
  const lines = [addressLine1, addressLine2, town, postcode].filter((line) => line !== null && line !== "");
  return lines.length === 0 ? [] : [lines.join(", ")];
}

/** What is held under a field's key, wherever it is kept. */
function rawValues(
  field: Field,
  { member, monitoring, adjustments, attended }: Known,
): readonly (string | null)[] {
  switch (field.key) {
    case "name":
      return [`${member.givenName} ${member.familyName}`];
    case "email":
      return [member.email];
    case "phone":
      return [member.phone === null ? null : writePhoneNumber(member.phone)];
    case "address":
      return addressOf(member);
    case "area":
      return [member.area];
    case "tenure":
      return [member.tenure];
    case "ageBand":
      return [member.ageBand];
    case "interests":
      return member.interests;
    case "tenancyEndsOn":
      return [member.tenancyEndsOn];
    case "adjustments":
      return adjustments;
    case "attendance":
      return attended;
    default: {
      const answer = member.attributes[field.key] ?? monitoring.get(field.key) ?? null;
      return answer === null || typeof answer === "string" ? [answer] : answer;
    }
  }
}

async function known(panel: PanelView, memberId: string): Promise<Known> {
  const { organisationId } = panel;
  const [member, monitoring, adjustments, attended] = await Promise.all([
    getMember(organisationId, memberId),
    database().monitoringAnswer.findMany({ where: { organisationId, memberId } }),
    database().adjustment.findMany({
      where: { organisationId, memberId },
      include: { activity: { select: { title: true } } },
    }),
    database().attendance.findMany({
      where: { organisationId, memberId, outcome: "came" },
      include: { session: { include: { activity: { select: { title: true } } } } },
    }),
  ]);
  return {
    member,
    monitoring: new Map(monitoring.map(({ fieldKey, value }) => [fieldKey, value])),
    adjustments: adjustments.map(({ need, activity }) => `${activity.title}: ${need}`),
    attended: [...new Set(attended.map(({ session }) => session.activity.title))],
  };
}

async function counted(organisationId: string, memberId: string): Promise<HeldData["counts"]> {
  const where = { organisationId, memberId };
  const [decisions, messages, invitations, surveyAnswers, requests] = await Promise.all([
    database().consentRecord.count({ where }),
    database().delivery.count({ where: { ...where, state: { in: ["sent", "unknown"] } } }),
    database().invitation.count({ where }),
    database().surveyResponse.count({ where }),
    countOwnRequests(organisationId, memberId),
  ]);
  return { decisions, messages, invitations, surveyAnswers, requests };
}

/** The details through which people are reached, and the ways that use them. */
const addressOfField: Readonly<Record<string, AddressKind>> = {
  email: "email",
  phone: "phone",
  address: "home",
};

/** Whether a purpose uses a field now: a number is not used for what was refused by call and by text (UK GDPR 5(1)(a)). */
function uses({ mayStop, channels, purpose }: PurposeChoice, field: Field): boolean {
  if (!field.purposes.includes(purpose.key)) return false;
  if (mayStop && !channels.some(({ answer }) => answer === "yes")) return false;
  const kind = addressOfField[field.key];
  if (kind === undefined || purpose.channels.length === 0) return true;
  return channels.some(({ channel, answer }) => {
    return channel !== null && channelLaw[channel].address === kind && (!mayStop || answer === "yes");
  });
}

/** Everything held about the member, field by field as the policy lists them, with what each is used for now. */
export async function listHeldData(panel: PanelView, memberId: string): Promise<HeldData> {
  const [facts, choices, retention, counts] = await Promise.all([
    known(panel, memberId),
    getChoices(panel, memberId),
    listRetention(panel, memberId),
    counted(panel.organisationId, memberId),
  ]);
  const fields = panel.document.fields.map((field): HeldField => {
    const labels = new Map(optionsOf(panel.document, field).map(({ value, label }) => [value, label]));
    const values = rawValues(field, facts).flatMap((value) =>
      value === null || value === "" ? [] : [value],
    );
    return {
      field,
      values: values.map((value) => labels.get(value) ?? value),
      purposes: choices.filter((choice) => uses(choice, field)).map(({ purpose }) => purpose),
      kept: retention.get(field.retentionRuleKey) ?? null,
    };
  });
  return { fields, counts };
}
