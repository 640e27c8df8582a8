// The rules of the gate, each in its own file, in the order in which a reason is most useful to the person who reads it.
import { addressRule } from "./address-rule";
import { ageRule } from "./age-rule";
import { basisRule } from "./basis-rule";
import { bodyRule } from "./body-rule";
import { budgetRule } from "./budget-rule";
import type { Rule } from "./finding";
import { memberRule } from "./member-rule";
import { messageRule } from "./message-rule";
import { noRule } from "./no-rule";
import { pauseRule } from "./pause-rule";
import { permissionRule } from "./permission-rule";
import { quietRule } from "./quiet-rule";
import { reachRule } from "./reach-rule";
import { representativeRule } from "./representative-rule";
import { senderRule } from "./sender-rule";

export type RuleName =
  | "message"
  | "sender"
  | "member"
  | "age"
  | "representative"
  | "no"
  | "reach"
  | "address"
  | "basis"
  | "permission"
  | "body"
  | "pause"
  | "quiet"
  | "budget";

export type NamedRule = { readonly name: RuleName; readonly rule: Rule };

const message: NamedRule = { name: "message", rule: messageRule };
const sender: NamedRule = { name: "sender", rule: senderRule };
const quiet: NamedRule = { name: "quiet", rule: quietRule };

export const rules: readonly NamedRule[] = [
  message,
  sender,
  { name: "member", rule: memberRule },
  { name: "age", rule: ageRule },
  { name: "representative", rule: representativeRule },
  { name: "no", rule: noRule },
  { name: "reach", rule: reachRule },
  { name: "address", rule: addressRule },
  { name: "basis", rule: basisRule },
  { name: "permission", rule: permissionRule },
  { name: "body", rule: bodyRule },
  { name: "pause", rule: pauseRule },
  quiet,
  { name: "budget", rule: budgetRule },
];

/** A leaflet to every home is about no person: only what concerns the message itself is asked (law.md 3.3). */
export const everyHomeRules: readonly NamedRule[] = [message, sender, quiet];
