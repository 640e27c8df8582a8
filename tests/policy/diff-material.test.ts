import { describe, expect, test } from "vitest";
import { diffPolicies, isMaterial, whatChanged } from "@/lib/policy/diff";
import type { Field, PolicyDocument, Purpose, Recipient } from "@/lib/policy/document";
import { edited, field, promising, purpose, purposeWithout, recipient } from "./lint-makers";
import { documents } from "./presets";

// law.md TR-3: every change that members are told about before it happens, in words.

const { citizensTogether, connect, residentPanel } = documents;

const mailchimp: Recipient = {
  key: "mailchimp",
  name: "Mailchimp",
  role: "processor",
  whatFor: "Sends our e-mails.",
  where: "USA",
  transfer: "ukUsDataBridge",
  ukExtensionCheckedOn: "2026-11-01",
  agreementOn: "2026-11-01",
};

function rule(
  document: PolicyDocument,
  key: string,
  changes: Partial<PolicyDocument["retentionRules"][number]>,
) {
  return { ...document, retentionRules: edited(document.retentionRules, key, changes) };
}

const extra: Purpose = {
  ...(connect.purposes[0] as Purpose),
  key: "podcast",
  slot: 7,
  name: "A podcast",
};

const vote: Field = { ...(connect.fields[0] as Field), key: "vote", label: "How you vote" };

type Case = readonly [
  what: string,
  before: PolicyDocument,
  after: PolicyDocument,
  path: string,
  sentence: string,
];

const material: readonly Case[] = [
  [
    "TR-3 T: a new recipient",
    connect,
    { ...connect, recipients: [...connect.recipients, mailchimp] },
    "recipients.mailchimp",
    "adds recipient Mailchimp, USA",
  ],
  [
    "longer retention",
    rule(connect, "panel-details", { period: "P1Y" }),
    rule(connect, "panel-details", { period: "P3Y" }),
    "retentionRules.panel-details.period",
    'keeps "Your panel details and what you did in the panel" longer: 3 years instead of 1 year',
  ],
  [
    "a retention rule is dropped",
    connect,
    { ...connect, retentionRules: connect.retentionRules.filter(({ key }) => key !== "tenancy-limit") },
    "retentionRules.tenancy-limit",
    'drops the rule for "Anything we still hold when your tenancy has ended"',
  ],
  [
    "another trigger",
    connect,
    rule(connect, "panel-details", { trigger: "tenancyEnd" }),
    "retentionRules.panel-details.trigger",
    'counts the time for "Your panel details and what you did in the panel" from the end of the tenancy instead of leaving the panel',
  ],
  [
    "anonymised instead of deleted",
    connect,
    rule(connect, "panel-details", { action: "anonymise" }),
    "retentionRules.panel-details.action",
    'at the end "Your panel details and what you did in the panel" is made anonymous instead of deleted',
  ],
  [
    "a new purpose",
    connect,
    { ...connect, purposes: [...connect.purposes, extra] },
    "purposes.podcast",
    'adds purpose "A podcast", resting on our legitimate interests',
  ],
  [
    "another basis",
    citizensTogether,
    purpose(citizensTogether, "research", { lawfulBasis: "consent" }),
    "purposes.research.lawfulBasis",
    'changes the lawful basis of "Surveys and focus groups" from our legitimate interests to your consent',
  ],
  [
    "another kind of message",
    connect,
    purpose(connect, "research", { messageKind: "directMarketing" }),
    "purposes.research.messageKind",
    '"Surveys and feedback" now sends direct marketing instead of research',
  ],
  [
    "one channel more",
    connect,
    purpose(connect, "noticeChanges", { channels: ["email", "post", "sms"] }),
    "purposes.noticeChanges.channels",
    'adds contact by text messages to "Telling you about changes"',
  ],
  [
    "one activity more",
    connect,
    purpose(connect, "prizeDraw", { activityKinds: ["prizeDraw", "call"] }),
    "purposes.prizeDraw.activityKinds",
    'adds the activity "phone calls" to "Prize draws you enter"',
  ],
  [
    "a promise to ask is dropped",
    citizensTogether,
    purposeWithout(citizensTogether, "promotion", "promisedConsent"),
    "purposes.promotion.promisedConsent",
    'drops the promise to ask before using letters for "News and other ways to get involved"',
  ],
  [
    "a soft opt-in",
    citizensTogether,
    purpose(citizensTogether, "promotion", { softOptIn: "charity" }),
    "purposes.promotion.softOptIn",
    'changes the soft opt-in of "News and other ways to get involved" from none to that of a charity',
  ],
  [
    "a recipient for a purpose",
    connect,
    purpose(connect, "promotion", { recipients: ["surveymonkey"] }),
    "purposes.promotion.recipients",
    'adds the recipient SurveyMonkey to "Activities, products and services you may like"',
  ],
  [
    "another place",
    connect,
    recipient(connect, "surveymonkey", { where: "India" }),
    "recipients.surveymonkey.where",
    "SurveyMonkey now works in India instead of United States",
  ],
  [
    "another safeguard",
    connect,
    recipient(connect, "surveymonkey", { transfer: "idta" }),
    "recipients.surveymonkey.transfer",
    'SurveyMonkey gets data under the safeguard "international data transfer agreement" instead of the safeguard "EU standard clauses with the UK Addendum"',
  ],
  [
    "a new field",
    connect,
    { ...connect, fields: [...connect.fields, vote] },
    "fields.vote",
    'holds "How you vote", from the member',
  ],
  [
    "a field used for more",
    connect,
    field(connect, "contactPreference", { purposes: ["membership", "research"] }),
    "fields.contactPreference.purposes",
    'uses "How you like to be contacted" for "Surveys and feedback" too',
  ],
  [
    "a field one must answer",
    connect,
    field(connect, "phone", { required: true }),
    "fields.phone.required",
    'makes "Your phone number" something one must tell in order to join',
  ],
  [
    "another source",
    connect,
    field(connect, "ageBand", { source: "housingSystem" }),
    "fields.ageBand.source",
    '"Your age" now comes from housing records',
  ],
  [
    "a promise is dropped",
    promising(connect, "We are kind."),
    connect,
    "promises",
    'drops the promise "We are kind."',
  ],
  [
    "another controller",
    connect,
    { ...connect, organisation: { ...connect.organisation, legalName: "Merged Homes" } },
    "organisation.legalName",
    "the controller is now Merged Homes instead of Connect Housing Association",
  ],
  [
    "a yes counts longer",
    connect,
    { ...connect, consentLife: "P5Y" },
    "consentLife",
    "a yes counts for 5 years instead of 24 months",
  ],
  [
    "more approaches",
    connect,
    { ...connect, contactBudget: { approaches: 9, window: "P30D" } },
    "contactBudget",
    "approaches a member at most 9 times in 30 days instead of 4 times in 30 days",
  ],
  [
    "a debated point settled",
    { ...residentPanel, settings: [] },
    residentPanel,
    "settings.adjustmentsUnderParagraph6",
    "settles a debated point against the safe side. May adjustments rest on Schedule 1 paragraph 6 rather than on explicit consent? Yes: the Equality Act duties of this public authority are a function under an enactment. The Equality Act duties to make adjustments are a function of this public body under an enactment.",
  ],
];

describe("material changes, which members are told about first", () => {
  test.each(material)("%s", (_what, before, after, path, sentence) => {
    const changes = diffPolicies(before, after);
    expect(changes).toContainEqual(expect.objectContaining({ path, sentence, material: true }));
    expect(isMaterial(changes)).toBe(true);
    expect(changes[0]?.material).toBe(true);
    expect(whatChanged(before, after)?.list?.length).toBeGreaterThan(0);
  });
});
