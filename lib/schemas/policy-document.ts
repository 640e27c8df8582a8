import { z } from "zod";
import type { PolicyDocument } from "@/lib/policy/document";
import {
  art10Conditions,
  art9Conditions,
  fieldCategories,
  fieldSources,
  recordKinds,
  retentionActions,
  retentionTriggers,
  specialCategories,
  transferMechanisms,
  withoutConsentReasons,
} from "@/lib/policy/document";
import { annex1Conditions } from "@/lib/policy/document-parts";
import { activityKinds, channels, lawfulBases, staffRoles } from "@/lib/policy/vocabulary";
import { channelList, day, few, key, keys, only, period, text, texts } from "./policy-atoms";
import * as parts from "./policy-parts";

// The shape of a policy document. Shape only: whether it keeps to the law is the linter's question
// (lib/policy/lint.ts). Unknown keys are refused, so that a misspelt promise cannot go unenforced.

const purpose = only({
  key,
  slot: z.int().min(0).max(7),
  name: text,
  why: text,
  messageKind: z.enum(["directMarketing", "research", "service"]).nullable(),
  lawfulBasis: z.enum(lawfulBases),
  legalSource: text.exactOptional(),
  liaKey: key.exactOptional(),
  interest: text.exactOptional(),
  annex1: only({ condition: z.enum(annex1Conditions), necessity: text }).exactOptional(),
  withinPublicTask: z.boolean().exactOptional(),
  publicTaskSignOff: only({ reason: text, approvedByRole: text, approvedOn: day }).exactOptional(),
  freelyGiven: text.exactOptional(),
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
  compatibility: only({
    collectedFor: text,
    collectedOn: z.enum(lawfulBases).exactOptional(),
    note: text,
    assessedOn: day,
  }).exactOptional(),
});

const options = z
  .array(z.strictObject({ value: text, label: text }).readonly())
  .min(1)
  .readonly();

const field = only({
  key,
  label: text,
  hint: text.exactOptional(),
  category: z.enum(fieldCategories),
  specialCategory: z.enum(specialCategories).exactOptional(),
  art9Condition: z.enum(art9Conditions).exactOptional(),
  art10Condition: z.enum(art10Conditions).exactOptional(),
  withoutConsent: z.enum(withoutConsentReasons).exactOptional(),
  appropriatePolicyDocumentKey: key.exactOptional(),
  explicitConsent: text.exactOptional(),
  required: z.boolean(),
  purposes: keys,
  source: z.enum(fieldSources),
  readableBy: z.array(z.enum(staffRoles)).readonly(),
  retentionRuleKey: key,
  input: z
    .discriminatedUnion("type", [
      z.strictObject({ type: z.literal("text") }).readonly(),
      z.strictObject({ type: z.literal("choice"), options }).readonly(),
      z.strictObject({ type: z.literal("choices"), options }).readonly(),
    ])
    .exactOptional(),
});

const retentionRule = only({
  key,
  what: text,
  trigger: z.enum(retentionTriggers),
  period,
  action: z.enum(retentionActions),
  authority: text,
  sourceText: text,
  ambiguity: text.exactOptional(),
});

const recipient = only({
  key,
  name: text,
  role: z.enum(["processor", "controller"]),
  whatFor: text,
  where: text,
  transfer: z.enum(transferMechanisms).exactOptional(),
  ukExtensionCheckedOn: day.exactOptional(),
  ownRetention: period.exactOptional(),
  retentionPlan: only({ plan: text, by: day, approvedByRole: text }).exactOptional(),
  agreementOn: day.exactOptional(),
});

const accountabilityRecord = only({
  key,
  kind: z.enum(recordKinds),
  title: text,
  ownerRole: text,
  approvedOn: day,
  reviewOn: day,
  status: z.enum(["draft", "inForce"]).exactOptional(),
  balance: only({ purpose: text, necessity: text, balancing: text }).exactOptional(),
});

/** Parses a policy document; the result is a PolicyDocument, checked below to be the very same type. */
export const policyDocumentSchema = only({
  schemaVersion: z.literal(1),
  panel: parts.panel,
  organisation: parts.organisation,
  membership: parts.membership,
  consentLife: period,
  purposes: z.array(purpose).min(1).max(8).readonly(),
  fields: few(field, 100),
  retentionRules: few(retentionRule, 50),
  recipients: few(recipient, 100),
  accountability: few(accountabilityRecord, 100),
  areas: texts,
  tenures: texts,
  interests: texts,
  contactBudget: only({ approaches: z.int().min(1).max(100), window: period }),
  quietDates: parts.quietDates.exactOptional(),
  surveyLinks: z.enum(["personal", "shared"]).exactOptional(),
  automatedDecisions: parts.automatedDecisions.exactOptional(),
  settings: parts.settings.exactOptional(),
  security: texts.exactOptional(),
  suppressionThresholds: only({ default: z.int().min(2), specialCategory: z.int().min(2) }),
  regulator: parts.regulator,
  promises: texts,
  notice: parts.noticeWords.exactOptional(),
});

type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : never) : never;

/** Does not compile when the schema and the type part ways. */
export const schemaIsTheType: Same<z.infer<typeof policyDocumentSchema>, PolicyDocument> = true;
