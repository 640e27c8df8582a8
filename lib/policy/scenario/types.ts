// A scenario: people, what happened to them, a message, a day, and what the gate must say. Written by a data protection
// officer or a tester (docs/scenarios.md), run by `npm run policy -- test` and by the tests.
import type { Incentive, LastingOccasion, RenderedMessage } from "../gate/message-facts";
import type { GateCode, SoftOptInFact } from "../gate/types";
import type { Authority } from "../representative";
import type { CaptureMethod, Channel, MessageKind } from "../vocabulary";
import type { Moment } from "./moment";

/** What happened: exactly one of the verbs, and what goes with it. */
export type ScenarioEvent = {
  readonly on: Moment;
  // In and out of the panel.
  readonly applied?: true;
  readonly joined?: true;
  readonly left?: true;
  readonly ended?: true;
  readonly erased?: true;
  readonly died?: true;
  // What they were told, and what they said: each names a purpose.
  readonly shownNotice?: true;
  readonly gave?: string;
  readonly refused?: string;
  readonly withdrew?: string;
  readonly objected?: string;
  readonly expired?: string;
  // Decisions of the data protection officer.
  readonly objectionDecided?: string;
  readonly outcome?: "accepted" | "overridden";
  readonly reasons?: string;
  /** When the person was told what was decided. */
  readonly told?: string;
  readonly restricted?: true | readonly string[];
  readonly restrictionLifted?: true;
  // Wishes.
  readonly pausedUntil?: string;
  readonly doNotVisit?: true;
  readonly cannotUse?: Channel;
  readonly needsFormat?: string;
  readonly callsWelcome?: boolean;
  readonly parentAgreed?: true;
  // Addresses and lists.
  readonly confirmed?: Channel;
  readonly bounced?: Channel;
  readonly suppressed?: "address" | "person";
  readonly tpsClear?: true;
  readonly mpsClear?: true;
  readonly approached?: true;
  readonly detailsTaken?: Omit<SoftOptInFact, "collectedAt">;
  readonly representative?: {
    readonly authority: Authority;
    readonly scope: readonly string[];
    readonly evidenced: boolean;
    readonly lastDay?: string;
  };
  // What goes with a verb.
  readonly channel?: Channel;
  readonly purpose?: string;
  readonly kind?: MessageKind;
  readonly how?: CaptureMethod;
  /** When it was written down, if later than it happened. */
  readonly recordedOn?: Moment;
  /** False: nothing proves it. */
  readonly evidence?: boolean;
  /** Who was named as the controller, if not the panel's own organisation. */
  readonly controller?: string;
};

export const scenarioVerbs = [
  "applied",
  "joined",
  "left",
  "ended",
  "erased",
  "died",
  "shownNotice",
  "gave",
  "refused",
  "withdrew",
  "objected",
  "expired",
  "objectionDecided",
  "restricted",
  "restrictionLifted",
  "pausedUntil",
  "doNotVisit",
  "cannotUse",
  "needsFormat",
  "callsWelcome",
  "parentAgreed",
  "confirmed",
  "bounced",
  "suppressed",
  "tpsClear",
  "mpsClear",
  "approached",
  "detailsTaken",
  "representative",
] as const satisfies readonly (keyof ScenarioEvent)[];

export type ScenarioPerson = {
  readonly who?: string;
  readonly born?: string;
  /** Someone from housing records who never applied. */
  readonly prospect?: true;
  /** False while it is not sure whose details these are. */
  readonly matched?: boolean;
  /** The addresses held: whether the person showed that they are theirs; "corporate" for a company's own. */
  readonly reach?: Readonly<Partial<Record<Channel, "confirmed" | "unconfirmed" | "corporate">>>;
  readonly events?: readonly ScenarioEvent[];
};

export type ScenarioMessage = {
  readonly kind: MessageKind;
  readonly purpose: string;
  readonly channel: Channel;
  /** What it says; words that promote make all of it direct marketing, as a reviewer would find. */
  readonly words?: string;
  /** A person read it and confirmed its kind; yes when absent. */
  readonly reviewed?: boolean;
  /** Whether it counts as an approach; when absent, all but service and rights replies do. */
  readonly approach?: boolean;
  readonly promotional?: boolean;
  readonly recruits?: boolean;
  readonly sellsOrFundraises?: boolean;
  readonly promotesOthers?: boolean;
  readonly similarProducts?: boolean;
  readonly unnecessary?: boolean;
  readonly unapproved?: boolean;
  readonly incentive?: Incentive;
  readonly occasion?: LastingOccasion;
  readonly publicTaskSignOff?: string;
  readonly from?: string;
  readonly toRepresentative?: boolean;
  readonly everyHome?: boolean;
  /** What the finished message shows; absent while people are only being chosen. */
  readonly shows?: RenderedMessage;
};

export type Scenario = {
  /** What it is about, as a sentence. */
  readonly name: string;
  /** The rules of law.md, such as "PE-9" or "12 row 8". */
  readonly law: readonly string[];
  readonly person: string;
  readonly events?: readonly ScenarioEvent[];
  readonly message: ScenarioMessage;
  readonly at: Moment;
  /** "permitted", or the reason it is not. */
  readonly expect: GateCode;
  /** From when it may be otherwise by time alone; "always" when never. Absent: not looked at. */
  readonly until?: Moment;
  readonly because?: string;
};

export type ScenarioFile = {
  /** The name of a preset, or a policy file beside this one. */
  readonly policy: string;
  /** What is different in the policy, for these scenarios only (JSON merge patch, RFC 7396). */
  readonly changes?: Readonly<Record<string, unknown>>;
  readonly people: Readonly<Record<string, ScenarioPerson>>;
  readonly scenarios: readonly Scenario[];
};
