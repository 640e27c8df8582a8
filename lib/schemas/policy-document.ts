import { z } from "zod";
import type { PolicyDocument } from "@/lib/policy/document";
import { specialCategories } from "@/lib/policy/document";
import { isCivilDate, isPeriod } from "@/lib/policy/civil";
import { activityKinds, channels, lawfulBases, nations, staffRoles } from "@/lib/policy/vocabulary";

// The shape of a policy document. Shape only: whether it keeps to the law is the linter's question
// (lib/policy/lint.ts). Unknown keys are refused, so that a misspelt promise cannot go unenforced.

const text = z.string().trim().min(1).max(2_000);
const key = z.string().regex(/^[a-z][A-Za-z0-9-]{0,63}$/, "Use letters, digits and hyphens");
const day = z.string().refine(isCivilDate, "Write a real day as YYYY-MM-DD");
const period = z.string().refine(isPeriod, "Write a period such as P6M or P3Y");
const texts = z.array(text).max(200).readonly();
const keys = z.array(key).max(200).readonly();
const channelList = z.array(z.enum(channels)).max(channels.length).readonly();

const purpose = z
  .strictObject({
    key,
    slot: z.int().min(0).max(7),
    name: text,
    why: text,
    messageKind: z.enum(["directMarketing", "research", "service"]).nullable(),
    lawfulBasis: z.enum(lawfulBases),
    legalSource: text.exactOptional(),
    liaKey: key.exactOptional(),
    interest: text.exactOptional(),
    withinPublicTask: z.boolean().exactOptional(),
    softOptIn: z.enum(["sale", "charity", "none"]).exactOptional(),
    channels: channelList,
    promisedConsent: channelList.exactOptional(),
    activityKinds: z.array(z.enum(activityKinds)).readonly(),
    dataCategories: texts,
    recipients: keys,
    retentionRuleKey: key,
    stopping: text,
    ask: z.partialRecord(z.enum(channels), text).readonly().exactOptional(),
    askOnce: text.exactOptional(),
    compatibility: z
      .strictObject({ collectedFor: text, note: text, assessedOn: day })
      .readonly()
      .exactOptional(),
  })
  .readonly();

const options = z
  .array(z.strictObject({ value: text, label: text }).readonly())
  .min(1)
  .readonly();

const field = z
  .strictObject({
    key,
    label: text,
    hint: text.exactOptional(),
    category: z.enum([
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
    specialCategory: z.enum(specialCategories).exactOptional(),
    art9Condition: z
      .enum(["explicitConsent", "substantialPublicInterestPara6", "substantialPublicInterestPara8"])
      .exactOptional(),
    appropriatePolicyDocumentKey: key.exactOptional(),
    explicitConsent: text.exactOptional(),
    required: z.boolean(),
    purposes: keys,
    source: z.enum(["resident", "housingSystem", "observed", "staff"]),
    readableBy: z.array(z.enum(staffRoles)).readonly(),
    retentionRuleKey: key,
    input: z
      .discriminatedUnion("type", [
        z.strictObject({ type: z.literal("text") }).readonly(),
        z.strictObject({ type: z.literal("choice"), options }).readonly(),
        z.strictObject({ type: z.literal("choices"), options }).readonly(),
      ])
      .exactOptional(),
  })
  .readonly();

const retentionRule = z
  .strictObject({
    key,
    what: text,
    trigger: z.enum([
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
    period,
    action: z.enum(["delete", "anonymise", "review"]),
    authority: text,
    sourceText: text,
  })
  .readonly();

const recipient = z
  .strictObject({
    key,
    name: text,
    role: z.enum(["processor", "controller"]),
    whatFor: text,
    where: text,
    transfer: z.enum(["adequacyRegulations", "ukUsDataBridge", "idta", "ukAddendum"]).exactOptional(),
    ownRetention: period.exactOptional(),
    agreementOn: day.exactOptional(),
  })
  .readonly();

const accountabilityRecord = z
  .strictObject({
    key,
    kind: z.enum(["lia", "dpia", "appropriatePolicyDocument"]),
    title: text,
    ownerRole: text,
    approvedOn: day,
    reviewOn: day,
  })
  .readonly();

const panel = z
  .strictObject({
    key,
    name: text,
    summary: text,
    joining: z.enum(["open", "round"]),
    accent: z.string().regex(/^#[0-9a-f]{6}$/, "Write a colour as #rrggbb"),
    referencePrefix: z.string().regex(/^[A-Z]{2,4}$/, "Use two to four capital letters"),
  })
  .readonly();

const organisation = z
  .strictObject({
    key,
    legalName: text,
    nation: z.enum(nations),
    publicAuthority: z.boolean(),
    charity: z.boolean(),
    contactEmail: text,
    contactPhone: text,
    postalAddress: text,
    dpoEmail: text,
  })
  .readonly();

/** Parses a policy document; the result is a PolicyDocument, checked below to be the very same type. */
export const policyDocumentSchema = z
  .strictObject({
    schemaVersion: z.literal(1),
    panel,
    organisation,
    membership: z
      .strictObject({
        minimumAge: z.int().min(13).max(120),
        term: period.exactOptional(),
        eligibility: text,
        joiningMeans: texts,
      })
      .readonly(),
    consentLife: period,
    purposes: z.array(purpose).min(1).max(8).readonly(),
    fields: z.array(field).max(100).readonly(),
    retentionRules: z.array(retentionRule).max(50).readonly(),
    recipients: z.array(recipient).max(100).readonly(),
    accountability: z.array(accountabilityRecord).max(100).readonly(),
    areas: texts,
    tenures: texts,
    interests: texts,
    contactBudget: z.strictObject({ approaches: z.int().min(1).max(100), window: period }).readonly(),
    suppressionThresholds: z
      .strictObject({ default: z.int().min(2), specialCategory: z.int().min(2) })
      .readonly(),
    regulator: z
      .array(z.strictObject({ from: day, name: text, website: text, phone: text }).readonly())
      .min(1)
      .readonly(),
    promises: texts,
  })
  .readonly();

type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : never) : never;

/** Does not compile when the schema and the type part ways. */
export const schemaIsTheType: Same<z.infer<typeof policyDocumentSchema>, PolicyDocument> = true;
