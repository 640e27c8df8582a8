import {
  automatedDecisions,
  general,
  jointControllers,
  membership,
  notice,
  noticeVariants,
  organisation,
  quietDates,
  regulator,
  rounds,
  settings,
} from "./policy-panel-parts";
import type { Part } from "./policy-part-inputs";
import { accountability, fields, purposes, recipients, retentionRules } from "./policy-register-parts";

// The parts of a policy document that have a form of their own, and the inputs of each form. What a form posts is put
// together by policy-item-form.ts and checked by the document's own schema, so there is one set of rules.

/** Every part that has a form, in the order of the register. */
export const policyParts = {
  general,
  organisation,
  jointControllers,
  membership,
  rounds,
  purposes,
  fields,
  retentionRules,
  recipients,
  accountability,
  settings,
  automatedDecisions,
  notice,
  noticeVariants,
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

/** Whether a part is a list of items. */
export function isList(name: PartName): boolean {
  return partOf(name).namedBy !== undefined;
}

/** Whether its items have a short name, which records name and which is therefore chosen once. */
export function hasShortName(name: PartName): boolean {
  return partOf(name).namedBy?.includes("key") === true;
}
