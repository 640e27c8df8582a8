import { specialCategories, transferMechanisms } from "@/lib/policy/document";
import { annex1Conditions } from "@/lib/policy/document-parts";
import { activityKinds, channels, lawfulBases, nations, staffRoles } from "@/lib/policy/vocabulary";

// The parts of a policy document that have a form of their own, and the inputs of each form. What a form posts is put
// together by policy-item-form.ts and checked by the document's own schema, so there is one set of rules.

/** Where the choices of an input come from: the document's own lists, by key. */
export type ListOfDocument =
  "purposes" | "retentionRules" | "recipients" | "lia" | "appropriatePolicyDocument";

/** How an input is asked, and what becomes of it. An optional one that is left empty is left out of the document. */
export type PartInput = {
  /** The place within the item: "balance.purpose". Also the input's name. */
  readonly name: string;
  readonly optional?: true;
} & (
  | { readonly as: "line" | "words" | "lines" | "number" | "day" | "tick" | "yesNo" }
  /** One of a list; `none`: the value "none" stands for null. */
  | { readonly as: "choice"; readonly of: readonly string[]; readonly none?: true }
  | { readonly as: "choices"; readonly of: readonly string[] }
  | { readonly as: "key" | "keys"; readonly from: ListOfDocument }
  /** One line of words for each channel. */
  | { readonly as: "perChannel" }
  /** The kind of answer and, for a choice, its options, one a line. */
  | { readonly as: "answer" }
);

export type Part = {
  readonly inputs: readonly PartInput[];
  /** Where the part stands in the document. */
  readonly path: readonly string[];
  /** The part is a list of items, named by this key; otherwise there is one. */
  readonly idName?: "key" | "from";
};

const line = (name: string) => ({ name, as: "line" }) as const;
const words = (name: string) => ({ name, as: "words" }) as const;
const maybeLine = (name: string) => ({ name, as: "line", optional: true }) as const;
const maybeWords = (name: string) => ({ name, as: "words", optional: true }) as const;
const lines = (name: string) => ({ name, as: "lines" }) as const;
const maybeLines = (name: string) => ({ name, as: "lines", optional: true }) as const;
const number = (name: string) => ({ name, as: "number" }) as const;
const day = (name: string) => ({ name, as: "day" }) as const;
const maybeDay = (name: string) => ({ name, as: "day", optional: true }) as const;
const choice = (name: string, of: readonly string[]) => ({ name, as: "choice", of }) as const;
const maybeChoice = (name: string, of: readonly string[]) =>
  ({ name, as: "choice", of, optional: true }) as const;
const choices = (name: string, of: readonly string[]) => ({ name, as: "choices", of }) as const;

const purposes: Part = {
  path: ["purposes"],
  idName: "key",
  inputs: [
    line("key"),
    line("name"),
    words("why"),
    { name: "messageKind", as: "choice", of: ["directMarketing", "research", "service"], none: true },
    choice("lawfulBasis", lawfulBases),
    maybeLine("legalSource"),
    { name: "liaKey", as: "key", from: "lia", optional: true },
    maybeWords("interest"),
    maybeChoice("annex1.condition", annex1Conditions),
    maybeWords("annex1.necessity"),
    { name: "withinPublicTask", as: "yesNo", optional: true },
    maybeWords("freelyGiven"),
    maybeChoice("softOptIn", ["sale", "charity", "none"]),
    choices("channels", channels),
    { name: "promisedConsent", as: "choices", of: channels, optional: true },
    choices("activityKinds", activityKinds),
    lines("dataCategories"),
    { name: "recipients", as: "keys", from: "recipients" },
    { name: "retentionRuleKey", as: "key", from: "retentionRules" },
    words("stopping"),
    { name: "ask", as: "perChannel", optional: true },
    maybeWords("askOnce"),
    maybeWords("compatibility.collectedFor"),
    maybeChoice("compatibility.collectedOn", lawfulBases),
    maybeWords("compatibility.note"),
    maybeDay("compatibility.assessedOn"),
  ],
};

const fields: Part = {
  path: ["fields"],
  idName: "key",
  inputs: [
    line("key"),
    line("label"),
    maybeWords("hint"),
    choice("category", [
      "contact",
      "tenancy",
      "demographic",
      "interest",
      "skills",
      "digitalAccess",
      "adjustments",
      "specialCategory",
      "observed",
      "image",
    ]),
    { name: "required", as: "tick" },
    { name: "purposes", as: "keys", from: "purposes" },
    choice("source", ["resident", "housingSystem", "observed", "staff"]),
    choices("readableBy", staffRoles),
    { name: "retentionRuleKey", as: "key", from: "retentionRules" },
    { name: "input", as: "answer", optional: true },
    maybeChoice("specialCategory", specialCategories),
    maybeChoice("art9Condition", [
      "explicitConsent",
      "substantialPublicInterestPara6",
      "substantialPublicInterestPara8",
    ]),
    {
      name: "appropriatePolicyDocumentKey",
      as: "key",
      from: "appropriatePolicyDocument",
      optional: true,
    },
    maybeWords("explicitConsent"),
  ],
};

const retentionRules: Part = {
  path: ["retentionRules"],
  idName: "key",
  inputs: [
    line("key"),
    line("what"),
    choice("trigger", [
      "joined",
      "left",
      "panelTermEnd",
      "applicationClosingDate",
      "tenancyEnd",
      "collected",
      "analyticsRecorded",
      "recordingMade",
      "consentEnded",
    ]),
    line("period"),
    choice("action", ["delete", "anonymise", "review"]),
    words("authority"),
    words("sourceText"),
    maybeWords("ambiguity"),
  ],
};

const recipients: Part = {
  path: ["recipients"],
  idName: "key",
  inputs: [
    line("key"),
    line("name"),
    choice("role", ["processor", "controller"]),
    words("whatFor"),
    line("where"),
    maybeChoice("transfer", transferMechanisms),
    maybeDay("ukExtensionCheckedOn"),
    maybeDay("agreementOn"),
    maybeLine("ownRetention"),
    maybeWords("retentionPlan.plan"),
    maybeDay("retentionPlan.by"),
    maybeLine("retentionPlan.approvedByRole"),
  ],
};

const accountability: Part = {
  path: ["accountability"],
  idName: "key",
  inputs: [
    line("key"),
    choice("kind", ["lia", "dpia", "appropriatePolicyDocument"]),
    line("title"),
    line("ownerRole"),
    day("approvedOn"),
    day("reviewOn"),
    maybeChoice("status", ["draft", "inForce"]),
    maybeWords("balance.purpose"),
    maybeWords("balance.necessity"),
    maybeWords("balance.balancing"),
  ],
};

const rounds: Part = {
  path: ["membership", "rounds"],
  idName: "key",
  inputs: [line("key"), day("opensOn"), day("closesOn"), day("decideBy"), number("places")],
};

const quietDates: Part = {
  path: ["quietDates"],
  idName: "from",
  inputs: [day("from"), day("to"), line("why")],
};

const regulator: Part = {
  path: ["regulator"],
  idName: "from",
  inputs: [day("from"), line("name"), line("website"), line("phone"), maybeWords("address")],
};

const organisation: Part = {
  path: ["organisation"],
  inputs: [
    line("legalName"),
    choice("nation", nations),
    { name: "publicAuthority", as: "tick" },
    { name: "charity", as: "tick" },
    line("contactEmail"),
    line("contactPhone"),
    words("postalAddress"),
    line("dpoEmail"),
    maybeLine("icoRegistration"),
    maybeLine("charityNumber"),
  ],
};

const membership: Part = {
  path: ["membership"],
  inputs: [number("minimumAge"), maybeLine("term"), words("eligibility"), lines("joiningMeans")],
};

const notice: Part = { path: ["notice"], inputs: [maybeLines("opening"), maybeLines("closing")] };

/** What is said in one place and belongs to no list: the panel itself, and what it promises in numbers and words. */
const general: Part = {
  path: [],
  inputs: [
    line("panel.name"),
    words("panel.summary"),
    choice("panel.joining", ["open", "round"]),
    lines("promises"),
    line("consentLife"),
    number("contactBudget.approaches"),
    line("contactBudget.window"),
    maybeChoice("surveyLinks", ["personal", "shared"]),
    maybeLines("security"),
    lines("areas"),
    lines("tenures"),
    lines("interests"),
    number("suppressionThresholds.default"),
    number("suppressionThresholds.specialCategory"),
  ],
};

/** Every part that has a form, in the order of the register. */
export const policyParts = {
  general,
  organisation,
  membership,
  rounds,
  purposes,
  fields,
  retentionRules,
  recipients,
  accountability,
  notice,
  quietDates,
  regulator,
} as const satisfies Record<string, Part>;

export type PartName = keyof typeof policyParts;

/** The part of this name, or null: names come out of addresses and forms. */
export function partNamed(name: string): PartName | null {
  return Object.hasOwn(policyParts, name) ? (name as PartName) : null;
}

export function partOf(name: PartName): Part {
  return policyParts[name];
}
