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
import {
  choice,
  choices,
  day,
  line,
  lines,
  maybeChoice,
  maybeChoices,
  maybeDay,
  maybeLine,
  maybeWords,
  tick,
  words,
  type Part,
} from "./policy-part-inputs";

// The forms of what data is used for, what is held, how long, who else gets it, and what is written down about that.

export const purposes: Part = {
  path: ["purposes"],
  namedBy: ["key"],
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
    maybeChoices("promisedConsent", channels),
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

export const fields: Part = {
  path: ["fields"],
  namedBy: ["key"],
  inputs: [
    line("key"),
    line("label"),
    maybeWords("hint"),
    choice("category", fieldCategories),
    tick("required"),
    { name: "purposes", as: "keys", from: "purposes" },
    choice("source", fieldSources),
    choices("readableBy", staffRoles),
    { name: "retentionRuleKey", as: "key", from: "retentionRules" },
    { name: "input", as: "answer", optional: true },
    maybeChoice("specialCategory", specialCategories),
    maybeChoice("art9Condition", art9Conditions),
    maybeChoice("art10Condition", art10Conditions),
    maybeChoice("withoutConsent", withoutConsentReasons),
    {
      name: "appropriatePolicyDocumentKey",
      as: "key",
      from: "appropriatePolicyDocument",
      optional: true,
    },
    maybeWords("explicitConsent"),
  ],
};

export const retentionRules: Part = {
  path: ["retentionRules"],
  namedBy: ["key"],
  inputs: [
    line("key"),
    line("what"),
    choice("trigger", retentionTriggers),
    line("period"),
    choice("action", retentionActions),
    words("authority"),
    words("sourceText"),
    maybeWords("ambiguity"),
  ],
};

export const recipients: Part = {
  path: ["recipients"],
  namedBy: ["key"],
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

export const accountability: Part = {
  path: ["accountability"],
  namedBy: ["key"],
  inputs: [
    line("key"),
    choice("kind", recordKinds),
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
