// The record of processing activities, from the document that is enforced: one row a purpose, with what DPA 2018 Sch 1
// para 41 adds for sensitive data; what is missing is said, not hidden (UK GDPR 30(1); DPA 2018 Sch 1 para 41; law.md AC-1).
import { periodWords } from "./diff/period-words";
import type { Field, PolicyDocument, Purpose, Recipient, RetentionRule } from "./document";
import { basisCitation } from "./gate/permit";
import type { CivilDate } from "./vocabulary";
import { isGuarded, needsPolicyDocument } from "./guarded";
import { recordState } from "./lint/accountability";

/** The controller's own part, the same for every row (Article 30(1)(a), (g)). */
export type RecordHead = {
  readonly controller: string;
  readonly contact: string;
  readonly jointControllers: readonly string[];
  readonly dataProtectionOfficer: string;
  readonly icoRegistration: string | null;
  readonly security: readonly string[];
};

/** Sensitive data in a row: the condition, whether its policy document is in force and kept to (Sch 1 para 41). */
export type SensitiveRecord = {
  readonly field: string;
  readonly condition: string;
  readonly policyDocument: string | null;
  readonly policyInForce: boolean;
  readonly erasedAsPromised: string;
};

export type ProcessingRow = {
  readonly purposeKey: string;
  readonly name: string;
  readonly purpose: string;
  readonly lawfulBasis: string;
  readonly people: string;
  readonly data: readonly string[];
  readonly sensitive: readonly SensitiveRecord[];
  readonly recipients: readonly string[];
  readonly transfers: readonly string[];
  readonly erasure: string;
  readonly assessment: string | null;
  /** What the row still lacks; an empty list when it is complete. */
  readonly incomplete: readonly string[];
};

export type ProcessingRecord = { readonly head: RecordHead; readonly rows: readonly ProcessingRow[] };

const conditions: Readonly<Record<NonNullable<Field["art9Condition"] | Field["art10Condition"]>, string>> = {
  explicitConsent: "UK GDPR 9(2)(a)",
  substantialPublicInterestPara6: "UK GDPR 9(2)(g); DPA 2018 Sch 1 para 6",
  substantialPublicInterestPara8: "UK GDPR 9(2)(g); DPA 2018 Sch 1 para 8",
  substantialPublicInterestPara18: "UK GDPR 9(2)(g); DPA 2018 Sch 1 para 18",
  officialAuthority: "UK GDPR 10(1), official authority",
  consentPara29: "UK GDPR 10; DPA 2018 s.10(5), Sch 1 para 29",
  safeguardingPara18: "UK GDPR 10; DPA 2018 s.10(5), Sch 1 para 18",
};

/** What protects data outside the United Kingdom. */
export const safeguards: Readonly<Record<NonNullable<Recipient["transfer"]>, string>> = {
  adequacyRegulations: "regulations of the Secretary of State",
  ukUsDataBridge: "UK Extension to the EU-US Data Privacy Framework",
  idta: "international data transfer agreement",
  ukAddendum: "EU standard clauses with the UK Addendum",
  euClausesAlone: "no safeguard of UK law",
};

/** The days from which retention is counted. */
export const triggers: Readonly<Record<RetentionRule["trigger"], string>> = {
  joined: "joining",
  left: "leaving the panel",
  panelTermEnd: "the end of the panel's term",
  applicationClosingDate: "the closing date for applications",
  tenancyEnd: "the end of the tenancy",
  collected: "the day it was given",
  analyticsRecorded: "the day it was measured",
  recordingMade: "the day of the recording",
  consentEnded: "the end of the consent",
};

const endings: Readonly<Record<RetentionRule["action"], string>> = {
  delete: "Deleted",
  anonymise: "Anonymised",
  review: "Reviewed",
};

function erasureOf(document: PolicyDocument, key: string): string | null {
  const rule = document.retentionRules.find((one) => one.key === key);
  if (rule === undefined) return null;
  const { action, period, trigger, sourceText } = rule;
  const when = /[1-9]/u.test(period) ? `${periodWords(period)} after` : "at";
  return `${endings[action]} ${when} ${triggers[trigger]}. ${sourceText}`;
}

function sensitiveRecord(document: PolicyDocument, field: Field, on: CivilDate | null): SensitiveRecord {
  const key = field.appropriatePolicyDocumentKey;
  const record = document.accountability.find((one) => one.key === key);
  const condition = field.art9Condition ?? field.art10Condition;
  return {
    field: field.label,
    condition: condition === undefined ? "none" : conditions[condition],
    policyDocument: record?.title ?? null,
    policyInForce: recordState(document, "appropriatePolicyDocument", key, on) === "inForce",
    erasedAsPromised: erasureOf(document, field.retentionRuleKey) ?? "no rule",
  };
}

function lacking(
  document: PolicyDocument,
  purpose: Purpose,
  guarded: readonly Field[],
  on: CivilDate | null,
): readonly string[] {
  const records = guarded.map((field) => sensitiveRecord(document, field, on));
  return [
    ...(erasureOf(document, purpose.retentionRuleKey) === null ? ["retention"] : []),
    ...(document.security === undefined || document.security.length === 0 ? ["security"] : []),
    ...(records.some(({ condition }) => condition === "none") ? ["condition for sensitive data"] : []),
    ...(guarded.some((field, at) => needsPolicyDocument(field) && records[at]?.policyInForce !== true)
      ? ["appropriate policy document in force"]
      : []),
  ];
}

function rowOf(document: PolicyDocument, purpose: Purpose, on: CivilDate | null): ProcessingRow {
  const fields = document.fields.filter(({ purposes }) => purposes.includes(purpose.key));
  const recipients = document.recipients.filter(({ key }) => purpose.recipients.includes(key));
  const guarded = fields.filter(isGuarded);
  const source = purpose.legalSource === undefined ? "" : `: ${purpose.legalSource}`;
  return {
    purposeKey: purpose.key,
    name: purpose.name,
    purpose: `${purpose.name}. ${purpose.why}`,
    lawfulBasis: `${basisCitation[purpose.lawfulBasis]}${source}`,
    people:
      document.panel.joining === "round" ? "Applicants and members of the panel" : "Members of the panel",
    data: fields.map(({ label }) => label),
    sensitive: guarded.map((field) => sensitiveRecord(document, field, on)),
    recipients: recipients.map(({ name, role }) => `${name} (${role})`),
    transfers: recipients.flatMap(({ name, where, transfer }) =>
      transfer === undefined ? [] : [`${name}, ${where}: ${safeguards[transfer]}`],
    ),
    erasure: erasureOf(document, purpose.retentionRuleKey) ?? "not stated",
    assessment: document.accountability.find(({ key }) => key === purpose.liaKey)?.title ?? null,
    incomplete: lacking(document, purpose, guarded, on),
  };
}

/** The record of a policy document on a day; without a day, nothing in it has run out. */
export function processingRecord(document: PolicyDocument, on: CivilDate | null = null): ProcessingRecord {
  const { organisation } = document;
  return {
    head: {
      controller: organisation.legalName,
      contact: `${organisation.postalAddress}; ${organisation.contactEmail}; ${organisation.contactPhone}`,
      jointControllers: (organisation.jointControllers ?? []).map(
        ({ legalName, contact, arrangement }) => `${legalName}; ${contact}; ${arrangement}`,
      ),
      dataProtectionOfficer: organisation.dpoEmail,
      icoRegistration: organisation.icoRegistration ?? null,
      security: document.security ?? [],
    },
    rows: document.purposes.map((purpose) => rowOf(document, purpose, on)),
  };
}

export const recordColumns = [
  "Controller",
  "Data protection officer",
  "Purpose",
  "Lawful basis",
  "People",
  "Data",
  "Sensitive data and condition (Sch 1 para 41)",
  "Recipients",
  "Transfers and safeguards",
  "Erasure",
  "Assessment",
  "Security",
  "Incomplete",
] as const;

function sensitiveWords({
  field,
  condition,
  policyDocument,
  policyInForce,
  erasedAsPromised,
}: SensitiveRecord): string {
  const policy =
    policyDocument === null ? "" : `; ${policyDocument} (${policyInForce ? "in force" : "not in force"})`;
  return `${field}: ${condition}${policy}; ${erasedAsPromised}`;
}

/** The record as a table of text, one row a purpose, in the order of `recordColumns`; for a page, CSV or PDF. */
export function processingTable({ head, rows }: ProcessingRecord): readonly (readonly string[])[] {
  const controller = [head.controller, head.contact, ...head.jointControllers].join("; ");
  return rows.map((row) => [
    controller,
    head.dataProtectionOfficer,
    row.purpose,
    row.lawfulBasis,
    row.people,
    row.data.join("; "),
    row.sensitive.map(sensitiveWords).join(" | "),
    row.recipients.join("; "),
    row.transfers.join("; "),
    row.erasure,
    row.assessment ?? "",
    head.security.join(" "),
    row.incomplete.join("; "),
  ]);
}
