import { randomUUID } from "node:crypto";
import type { ActionRow } from "./actions";

const edit = { verb: "policy.edit", of: "panel" } as const;
/** A revision that no draft here ever reaches: the form is read, and nothing of it is kept. */
const never = { revision: "99999" };

/** What is done with a policy's draft. */
export const policyActions: Readonly<Record<string, ActionRow>> = {
  "app/dpo/[panel]/policy/draft/actions.ts#beginPolicyDraft": { ...edit, form: {} },
  "app/dpo/[panel]/policy/draft/actions.ts#savePolicyItem": {
    ...edit,
    form: { ...never, part: "membership", minimumAge: "18" },
  },
  "app/dpo/[panel]/policy/draft/actions.ts#removePolicyItem": {
    ...edit,
    form: { ...never, part: "purposes", item: "research" },
  },
  "app/dpo/[panel]/policy/draft/actions.ts#discardPolicyDraft": { ...edit, form: never },
  "app/dpo/[panel]/policy/draft/document/actions.ts#replacePolicyDocument": {
    ...edit,
    form: { ...never, document: "{}" },
  },
  "app/dpo/[panel]/policy/draft/changes/actions.ts#submitPolicyDraft": { ...edit, form: never },
  "app/dpo/[panel]/policy/draft/changes/actions.ts#approvePolicyDraft": {
    verb: "policy.approve",
    of: "panel",
    form: never,
  },
  "app/dpo/[panel]/policy/draft/changes/actions.ts#returnPolicyDraft": {
    verb: "policy.approve",
    of: "panel",
    form: { reason: "Nobody submitted it." },
  },
  "app/dpo/[panel]/policy/draft/changes/actions.ts#recallPolicyDraft": { ...edit, form: {} },
  "app/dpo/[panel]/policy/told/actions.ts#markToldByLetter": {
    ...edit,
    form: { people: randomUUID(), "postedOn-day": "1", "postedOn-month": "1", "postedOn-year": "2026" },
  },
};
