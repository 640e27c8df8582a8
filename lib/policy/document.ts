// The policy document: what a panel promises, as data. The notice a resident reads, the join form, the
// dashboard and the gate all read this one document (DESIGN section 5). Versioned; immutable once in force.
import type { Setting } from "./debated";
import type {
  Annex1Condition,
  ApplicationRound,
  AutomatedDecision,
  Balance,
  JointController,
  NoticeWords,
  PublicTaskSignOff,
  QuietDates,
  Representatives,
  Routes,
} from "./document-parts";
import type {
  ActivityKind,
  Channel,
  CivilDate,
  LawfulBasis,
  MessageKind,
  Nation,
  StaffRole,
} from "./vocabulary";

/** One thing data is used for, with exactly one lawful basis (UK GDPR 5(1)(b), 6(1); law.md LB-1). */
export type Purpose = {
  readonly key: string;
  /** Fixed place in the packed contact permission, 0 to 7. Never reused within a panel. */
  readonly slot: number;
  readonly name: string;
  /** Why, in words a resident understands. One or two sentences. */
  readonly why: string;
  /** Null for a purpose that sends nothing (keeping records, monitoring). */
  readonly messageKind: Exclude<MessageKind, "rightsReply"> | null;
  readonly lawfulBasis: LawfulBasis;
  /** Enactment for public task and legal obligation; required there (law.md LB-3). */
  readonly legalSource?: string;
  /** Key in `accountability` of the legitimate interests assessment; required for that basis. */
  readonly liaKey?: string;
  /** The interest pursued, in plain words (Article 13(1)(d)). */
  readonly interest?: string;
  /** What a recognised legitimate interest rests on, and why nothing less would do (law.md LB-8). */
  readonly annex1?: { readonly condition: Annex1Condition; readonly necessity: string };
  /** True when the purpose lies within the public authority's task (law.md LB-2). */
  readonly withinPublicTask?: boolean;
  readonly publicTaskSignOff?: PublicTaskSignOff;
  /** Why a "no" costs nothing, where the organisation has power over the person (recital 43; law.md CN-5). */
  readonly freelyGiven?: string;
  /** Electronic mail route when the basis is not consent: a PECR soft opt-in, or none (law.md PE-8, PE-9). */
  readonly softOptIn?: "sale" | "charity" | "none";
  readonly channels: readonly Channel[];
  /** Channels on which the panel promises to ask first although the law does not demand it (law.md 12, row 8). */
  readonly promisedConsent?: readonly Channel[];
  readonly activityKinds: readonly ActivityKind[];
  readonly dataCategories: readonly string[];
  readonly recipients: readonly string[];
  readonly retentionRuleKey: string;
  /** What stopping this means, in a resident's words. */
  readonly stopping: string;
  /** Exact question shown when a choice is asked, per channel; the words that become evidence. */
  readonly ask?: Readonly<Partial<Record<Channel, string>>>;
  /** Exact question where the choice is not about a channel (a case study, open tracking); recorded for no channel. */
  readonly askOnce?: string;
  /** Why information collected for something else may be used here (UK GDPR 8A; law.md LB-9). */
  readonly compatibility?: {
    readonly collectedFor: string;
    /** The basis it was first collected on; from consent there is no way but a fresh consent (8A(4)). */
    readonly collectedOn?: LawfulBasis;
    readonly note: string;
    readonly assessedOn: CivilDate;
  };
};

/** The Article 9 conditions of a special category field that a panel may name (law.md SC-2, SC-4). */
export const art9Conditions = [
  "explicitConsent",
  "substantialPublicInterestPara6",
  "substantialPublicInterestPara8",
  "substantialPublicInterestPara18",
] as const;
export type Art9Condition = (typeof art9Conditions)[number];

/** What information about offences, alleged ones too, may rest on (UK GDPR 10; DPA 2018 ss.10(5), 11(2), Sch 1; law.md SC-8). */
export const art10Conditions = ["officialAuthority", "consentPara29", "safeguardingPara18"] as const;
export type Art10Condition = (typeof art10Conditions)[number];

/** Why safeguarding does without consent: the closed list of DPA 2018 Sch 1 para 18(2). */
export const withoutConsentReasons = ["cannotBeGiven", "cannotBeExpected", "wouldPrejudice"] as const;

/** The closed list of UK GDPR 9(1), less genetic and biometric data, which no panel needs. */
export const specialCategories = [
  "ethnicOrigin",
  "politicalOpinions",
  "religionOrBelief",
  "tradeUnionMembership",
  "health",
  "sexLife",
  "sexualOrientation",
] as const;
export type SpecialCategory = (typeof specialCategories)[number];

export const fieldCategories = [
  "contact",
  "tenancy",
  "demographic",
  "interest",
  "skills",
  "digitalAccess",
  "adjustments",
  "specialCategory",
  "criminalOffence",
  "observed",
  "image",
] as const;
export type FieldCategory = (typeof fieldCategories)[number];

export const fieldSources = ["resident", "housingSystem", "observed", "staff"] as const;

/** One kind of information the panel holds, and the purposes that need it. */
export type Field = {
  readonly key: string;
  readonly label: string;
  readonly hint?: string;
  readonly category: FieldCategory;
  /** Which special category the answers are; needs a condition (law.md SC-1, SC-2). */
  readonly specialCategory?: SpecialCategory;
  readonly art9Condition?: Art9Condition;
  /** Information about offences needs one, and is asked on no form (law.md SC-8). */
  readonly art10Condition?: Art10Condition;
  /** Required for safeguarding (DPA 2018 Sch 1 para 18(2)). */
  readonly withoutConsent?: (typeof withoutConsentReasons)[number];
  /** Key in `accountability` of the appropriate policy document; required for the conditions of Schedule 1 Part 2. */
  readonly appropriatePolicyDocumentKey?: string;
  /** The exact statement a person affirms; required for explicit consent (law.md SC-3). */
  readonly explicitConsent?: string;
  readonly required: boolean;
  readonly purposes: readonly string[];
  readonly source: (typeof fieldSources)[number];
  readonly readableBy: readonly StaffRole[];
  readonly retentionRuleKey: string;
  /** How it is asked on the optional questions page; absent when it is not asked there. */
  readonly input?:
    | { readonly type: "text" }
    | {
        readonly type: "choice";
        readonly options: readonly { readonly value: string; readonly label: string }[];
      }
    | {
        readonly type: "choices";
        readonly options: readonly { readonly value: string; readonly label: string }[];
      };
};

export const retentionTriggers = [
  "joined",
  "left",
  "panelTermEnd",
  "applicationClosingDate",
  "tenancyEnd",
  "collected",
  "analyticsRecorded",
  "recordingMade",
  "consentEnded",
] as const;
export type RetentionTrigger = (typeof retentionTriggers)[number];

export const retentionActions = ["delete", "anonymise", "review"] as const;

export type RetentionRule = {
  readonly key: string;
  /** What is kept, in a resident's words. */
  readonly what: string;
  readonly trigger: RetentionTrigger;
  /** ISO 8601 period after the trigger, such as "P3Y" or "P6M". */
  readonly period: string;
  readonly action: (typeof retentionActions)[number];
  readonly authority: string;
  /** How the notice states it. */
  readonly sourceText: string;
  /** What the original wording left open, and how it is read here (law.md RT-1). */
  readonly ambiguity?: string;
};

/** `euClausesAlone` can be written down but not published: dead for the UK since 21 March 2024 (law.md AC-5). */
export const transferMechanisms = [
  "adequacyRegulations",
  "ukUsDataBridge",
  "idta",
  "ukAddendum",
  "euClausesAlone",
] as const;
export type TransferMechanism = (typeof transferMechanisms)[number];

export type Recipient = {
  readonly key: string;
  readonly name: string;
  readonly role: "processor" | "controller";
  readonly whatFor: string;
  readonly where: string;
  /** Required when `where` is outside the UK (law.md AC-5). */
  readonly transfer?: TransferMechanism;
  /** When the company was last looked up on the list of the UK Extension (law.md AC-5). */
  readonly ukExtensionCheckedOn?: string;
  readonly ownRetention?: string;
  /** What is being done about a processor that keeps data longer than the notice promises (law.md 12 row 13). */
  readonly retentionPlan?: { readonly plan: string; readonly by: string; readonly approvedByRole: string };
  readonly agreementOn?: string;
};

export const recordKinds = ["lia", "dpia", "appropriatePolicyDocument"] as const;

export type AccountabilityRecord = {
  readonly key: string;
  readonly kind: (typeof recordKinds)[number];
  readonly title: string;
  readonly ownerRole: string;
  readonly approvedOn: string;
  readonly reviewOn: string;
  /** Absent: in force from `approvedOn`. A draft counts for nothing (law.md SC-4). */
  readonly status?: "draft" | "inForce";
  readonly balance?: Balance;
};

export type PolicyDocument = {
  readonly schemaVersion: 1;
  readonly panel: {
    readonly key: string;
    readonly name: string;
    readonly summary: string;
    readonly joining: "open" | "round";
    readonly accent: string;
    readonly referencePrefix: string;
  };
  readonly organisation: {
    readonly key: string;
    readonly legalName: string;
    readonly nation: Nation;
    readonly publicAuthority: boolean;
    readonly charity: boolean;
    readonly contactEmail: string;
    readonly contactPhone: string;
    readonly postalAddress: string;
    readonly dpoEmail: string;
    readonly icoRegistration?: string;
    readonly charityNumber?: string;
    readonly jointControllers?: readonly JointController[];
  };
  readonly membership: {
    readonly minimumAge: number;
    /** ISO 8601 period of the panel term, or absent when membership has none. */
    readonly term?: string;
    readonly eligibility: string;
    readonly joiningMeans: readonly string[];
    readonly rounds?: readonly ApplicationRound[];
    readonly representatives?: Representatives;
    readonly routes?: Routes;
  };
  /** How long a consent counts, ISO 8601 (law.md CN-4). */
  readonly consentLife: string;
  readonly purposes: readonly Purpose[];
  readonly fields: readonly Field[];
  readonly retentionRules: readonly RetentionRule[];
  readonly recipients: readonly Recipient[];
  readonly accountability: readonly AccountabilityRecord[];
  readonly areas: readonly string[];
  readonly tenures: readonly string[];
  readonly interests: readonly string[];
  /** The most a member is approached within the window, all activities and channels together. */
  readonly contactBudget: { readonly approaches: number; readonly window: string };
  readonly quietDates?: readonly QuietDates[];
  /** Whether survey links tell who answers; "personal" when absent. Then no survey is anonymous (law.md TR-5). */
  readonly surveyLinks?: "personal" | "shared";
  readonly automatedDecisions?: readonly AutomatedDecision[];
  readonly settings?: readonly Setting[];
  /** How data is kept safe, in general words (UK GDPR 30(1)(g)). */
  readonly security?: readonly string[];
  readonly suppressionThresholds: { readonly default: number; readonly specialCategory: number };
  readonly regulator: readonly {
    readonly from: string;
    readonly name: string;
    readonly website: string;
    readonly phone: string;
    /** Printed on letters only while this row is in force (law.md RR-12). */
    readonly address?: string;
  }[];
  /** Further promises of the notice, each in one sentence a resident can hold the organisation to. */
  readonly promises: readonly string[];
  readonly notice?: NoticeWords;
};
