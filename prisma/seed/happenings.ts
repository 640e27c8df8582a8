import type { ActivityKind } from "@/lib/policy/vocabulary";
import type { PolicyDocument, Purpose } from "@/lib/policy/document";
import { day, hour } from "./town";

/** One activity of the demo's past or present. */
export type Plan = {
  readonly kind: Extract<ActivityKind, "focusGroup" | "survey">;
  readonly purpose: Purpose;
  readonly title: string;
  readonly summary: string;
  /** When members were invited (epoch ms). */
  readonly invitedAt: number;
  /** When the session starts or the survey closes. */
  readonly happensAt: number;
  readonly areas: readonly string[];
};

const focusGroups = [
  ["Damp and mould: what works", "Tell us how we handle reports of damp and what would help."],
  ["Choosing a repairs appointment", "Try three ways to book a repair and say which is clearest."],
  ["Letters that make sense", "Read our rent letters with us and help us rewrite them."],
  ["Safer shared spaces", "Walk through stairwells, bins and lighting with us."],
  ["Using our online account", "Show us where the online account gets in your way."],
  ["Getting complaints right", "What should happen in the first week after you complain?"],
  ["Green spaces near you", "Plan how we look after the gardens and paths."],
  ["Moving in: the first month", "What did nobody tell you when you got your keys?"],
] as const;

const surveys = [
  ["Repairs this winter", "Four short questions about your last repair."],
  ["How we keep you informed", "Three questions about letters, texts and e-mails."],
  ["Your neighbourhood", "What is good where you live, and what is not?"],
  ["Heating and bills", "How warm is your home, and what does it cost?"],
  ["Contacting us", "How easy is it to reach the right person?"],
  ["Being listened to", "Do you feel that your views change anything?"],
  ["Estate cleaning", "How clean are the shared areas?"],
  ["Planning next year", "Which three things should come first?"],
] as const;

/** A survey of three question types, as SurveyJS JSON. */
export const surveyDefinition = {
  pages: [
    {
      elements: [
        {
          type: "radiogroup",
          name: "satisfied",
          title: "Overall, how did we do?",
          isRequired: true,
          choices: ["Very well", "Well", "Neither well nor badly", "Badly", "Very badly"],
        },
        {
          type: "rating",
          name: "ease",
          title: "How easy was it? 1 is hard, 5 is easy.",
          rateMin: 1,
          rateMax: 5,
        },
        { type: "comment", name: "better", title: "What one thing would make it better?", maxLength: 1000 },
      ],
    },
  ],
} as const;

function purposeFor(document: PolicyDocument, kind: Plan["kind"]): Purpose | undefined {
  const serving = document.purposes.filter(
    (purpose) => purpose.activityKinds.includes(kind) && purpose.channels.includes("email"),
  );
  return serving.find(({ messageKind }) => messageKind === "research") ?? serving[0];
}

/** What a panel did in two years, every six weeks or so, and what is open now. */
export function plansOf(document: PolicyDocument, begins: number, now: number): readonly Plan[] {
  const plans: Plan[] = [];
  for (let index = 0; index < 16; index += 1) {
    const kind = index % 2 === 0 ? "focusGroup" : "survey";
    const purpose = purposeFor(document, kind);
    if (purpose === undefined) continue;
    const list = kind === "focusGroup" ? focusGroups : surveys;
    const [title, summary] = list[Math.floor(index / 2) % list.length] ?? list[0];
    const open = index >= 14;
    // Mails go out in the morning.
    const invitedAt = (open ? now - 3 * day : begins + 60 * day + index * 44 * day) + 9.5 * hour;
    const happensAt = open ? now + (kind === "focusGroup" ? 12 : 9) * day : invitedAt + 21 * day;
    const first = (index * 2) % document.areas.length;
    const areas = open || index % 3 === 0 ? [] : document.areas.slice(first, first + 3);
    plans.push({ kind, purpose, title, summary, invitedAt, happensAt, areas });
  }
  return plans;
}
