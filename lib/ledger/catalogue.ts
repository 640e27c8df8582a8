// Every kind of entry the ledger may hold: what it proves, which data it carries, where a person reads it.
// Append refuses an event whose data keys differ from its line here, so the trail never holds a surprise.

import { activityKinds } from "./activity-kinds";
import { applicationKinds } from "./application-kinds";
import { checkpointKinds } from "./checkpoint-kinds";
import { holdKinds } from "./hold-kinds";
import { keepingKinds } from "./keeping-kinds";
import { mailingKinds } from "./mailing-kinds";
import { markerKinds } from "./marker-kinds";
import { noContactKinds } from "./no-contact-kinds";
import { policyDraftKinds } from "./policy-draft-kinds";
import { requestKinds } from "./request-kinds";
import { trailKinds } from "./trail-kinds";

/** Where an entry is read. `memberHistory` also shows everything `trail` shows about one person. */
export type Screen = "trail" | "memberHistory" | "verify";

type Kind = {
  /** What an entry of this type is evidence of, and the rule that asks for it. */
  readonly proves: string;
  /** Keys that must be there. Values are strings or lists of strings. */
  readonly required: readonly string[];
  readonly optional?: readonly string[];
  readonly screen: Screen;
  /** True when the work is the DPO's own: a person with that role on the panel acts as `dpo`, not `staff`. */
  readonly dpoWork?: true;
};

const decision = {
  required: ["consentRecordId", "wordingHash", "policyVersionId", "lawfulBasis", "method"],
  optional: [
    "noticeShownId",
    "privacyNoticeId",
    "previous",
    "validUntil",
    "scriptVersion",
    "language",
    ...(["mailingId", "listUploadId", "evidenceSealed"] as const),
  ],
  screen: "memberHistory",
} as const;

/** What becomes of the lines of a list of decisions (lib/policy/stated-decision.ts), and what was sent too late to stop. */
const listOutcomes = [
  ...(["counts", "unproven", "noStands", "stops", "overtaken"] as const),
  ...(["outweighed", "repeated", "sentInGap"] as const),
] as const;

export const catalogue = {
  "notice.shown": {
    proves: "Which version of the privacy notice this person was shown, where and when (Articles 13 and 14).",
    required: ["noticeShownId", "privacyNoticeId", "language", "format", "place"],
    optional: ["number", "contentHash"],
    screen: "memberHistory",
  },
  "notice.published": {
    proves: "The exact text of a privacy notice from the moment it was published.",
    required: ["privacyNoticeId", "policyVersionId", "number", "language", "format", "contentHash"],
    screen: "trail",
  },
  "accountability.reviewed": {
    proves: "Which assessment was approved on which day and until when it counts (Articles 5(2), 35).",
    required: ["accountabilityRecordId", "key", "number", "kind", "approvedOn", "reviewOn", "contentHash"],
    screen: "trail",
    dpoWork: true,
  },
  "list.exported": {
    proves: "Who took which list of members out of the product, and for which reason (Article 32).",
    required: ["list", "reasonCode"],
    optional: ["number", "place"],
    screen: "trail",
    dpoWork: true,
  },
  "file.exported": {
    proves:
      "Who took a file out of the product that holds no person's data: the record of processing, or what is wrong with a list (Articles 5(2), 30).",
    required: ["file", "format", "policyVersionId"],
    screen: "trail",
    dpoWork: true,
  },
  "policy.published": {
    proves: "Which promises were in force from which moment (Articles 5(2) and 24).",
    required: ["policyVersionId", "number", "documentHash"],
    optional: ["policyDraftId"],
    screen: "trail",
  },
  ...policyDraftKinds,
  "member.joined": {
    proves: "When this person became a member, and on which notice and policy.",
    required: ["policyVersionId", "privacyNoticeId", "method"],
    optional: ["joinRequestId", "state", "nameSealed", "addressSealed"],
    screen: "memberHistory",
  },
  ...applicationKinds,
  ...checkpointKinds,
  "member.paused": {
    proves: "The person asked for no messages until a day.",
    required: ["until", "method"],
    screen: "memberHistory",
  },
  "member.resumed": {
    proves: "The person ended a pause early.",
    required: ["method"],
    screen: "memberHistory",
  },
  "member.left": {
    proves: "The person left the panel; the retention clock of their record starts here.",
    required: ["method"],
    optional: ["reasonCode", "reasonSealed"],
    screen: "memberHistory",
  },
  "member.restricted": {
    proves: "Processing was restricted, and on which ground (Article 18).",
    required: ["method", "ground"],
    screen: "memberHistory",
    dpoWork: true,
  },
  "member.restrictionEnding": {
    proves:
      "Who decided when that a restriction ends once the person was told, and how they are (Article 18(3)). Never the reason.",
    required: ["place"],
    screen: "memberHistory",
    dpoWork: true,
  },
  "member.restrictionLifted": {
    proves:
      "Until when processing is restricted, and that the person was told before and how (Article 18(3)). Never the reason.",
    required: ["restrictedUntil"],
    optional: ["place", "evidenceSealed"],
    screen: "memberHistory",
    dpoWork: true,
  },
  "member.detailsChanged": {
    proves: "Which details were put right, by whom and when (Article 16). Never the details themselves.",
    required: ["fields", "method"],
    screen: "memberHistory",
  },
  "contactPoint.verified": {
    proves: "The person showed that they receive messages at this contact point.",
    required: ["contactPointId", "kind", "method"],
    optional: ["addressSealed"],
    screen: "memberHistory",
  },
  "consent.given": {
    proves: "The person said yes to this purpose and channel, after reading these words (Article 7(1)).",
    ...decision,
  },
  "consent.refused": {
    proves: "The person was asked and said no.",
    ...decision,
  },
  "consent.withdrawn": {
    proves: "The person took a yes back, and when we had to stop (Article 7(3); PECR regulation 22).",
    ...decision,
  },
  "consent.objected": {
    proves: "The person objected, and when we had to stop (Article 21).",
    ...decision,
  },
  "consent.expired": {
    proves: "A yes stopped counting because its time was over.",
    ...decision,
  },
  ...keepingKinds,
  ...holdKinds,
  ...requestKinds,
  ...trailKinds,
  ...noContactKinds,
  ...markerKinds,
  "decision.imported": {
    proves:
      "Who brought a list of decisions in, which file it was, and what came of its lines (Article 7(1)).",
    required: ["listUploadId", "fileHash", "recorded", "members", ...listOutcomes],
    screen: "trail",
    dpoWork: true,
  },
  ...activityKinds,
  ...mailingKinds,
  "invitation.answered": {
    proves: "The person accepted, declined, or asked not to hear about this activity again.",
    required: ["invitationId", "activityId", "answer"],
    optional: ["sessionId", "method"],
    screen: "memberHistory",
  },
  "attendance.recorded": {
    proves: "Staff recorded whether the person came.",
    required: ["activityId", "sessionId", "outcome"],
    screen: "memberHistory",
  },
  "survey.answered": {
    proves: "The person sent, or changed, answers to a survey. Never the answers.",
    required: ["activityId", "surveyResponseId"],
    optional: ["changed"],
    screen: "memberHistory",
  },
  "adjustment.recorded": {
    proves:
      "An adjustment was noted for one activity, under this Article 9 condition. Never the need itself.",
    required: ["adjustmentId", "activityId", "art9Condition"],
    screen: "memberHistory",
  },
  "specialCategory.read": {
    proves: "Who read what this person told about their health, about which activity (Articles 5(2), 9).",
    required: ["activityId", "kind"],
    screen: "memberHistory",
  },
  "monitoringAnswer.recorded": {
    proves:
      "Which special category questions were answered, under which Article 9 condition. Never the answers.",
    required: ["fields", "art9Conditions"],
    optional: ["consentRecordId", "method"],
    screen: "memberHistory",
  },
  "role.granted": {
    proves: "Who could do what on this panel, and since when (Article 32).",
    required: ["roleGrantId", "staffId", "role"],
    screen: "trail",
  },
  "role.revoked": {
    proves: "Since when that person could not do it any more.",
    required: ["roleGrantId", "staffId", "role"],
    screen: "trail",
  },
  "session.started": {
    proves: "Someone signed in. Never the address or the code.",
    required: ["audience", "method"],
    screen: "trail",
  },
  "permission.reviewed": {
    proves:
      "That everyone's contact permission was decided again under this policy, and for how many it changed.",
    required: ["runId", "policyVersionId", "members", "differing"],
    screen: "trail",
  },
  "permission.differed": {
    proves: "That a nightly check found contact permission stored otherwise than the gate decides it.",
    required: ["runId", "policyVersionId", "members", "differing"],
    screen: "trail",
  },
} as const satisfies Record<string, Kind>;

export type EventType = keyof typeof catalogue;

/** Every event type there is: noun.pastTense. */
export const eventTypes = Object.keys(catalogue) as readonly EventType[];

type Value = string | readonly string[];
type OptionalKey<Type extends EventType> = (typeof catalogue)[Type] extends {
  readonly optional: readonly (infer Key extends string)[];
}
  ? Key
  : never;

/** The data of one event type: exactly these keys. Numbers and times are written as strings. */
export type EventData<Type extends EventType> = {
  readonly [Key in (typeof catalogue)[Type]["required"][number]]: Value;
} & { readonly [Key in OptionalKey<Type>]?: Value };

/** The catalogue's line for a type, with its literal keys forgotten. */
export function kindOf(eventType: EventType): Kind {
  return catalogue[eventType];
}

/**
 * Checks that `data` has every required key of this event type and no key the catalogue does not list.
 * @throws Error naming the keys that differ; never their values.
 */
export function assertCatalogued(eventType: EventType, data: Readonly<Record<string, unknown>>): void {
  const kind = kindOf(eventType);
  const missing = kind.required.filter((key) => data[key] === undefined);
  const listed = new Set([...kind.required, ...(kind.optional ?? [])]);
  const unlisted = Object.keys(data).filter((key) => !listed.has(key));
  if (missing.length === 0 && unlisted.length === 0) return;
  throw new Error(
    `Ledger event ${eventType} differs from the catalogue: missing [${missing.join(", ")}], unlisted [${unlisted.join(", ")}]`,
  );
}
