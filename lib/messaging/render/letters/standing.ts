import type { LetterPart } from "@/emails/letter";
import { rightApplies } from "@/lib/policy/rights";
import { getChoices, type ChannelChoice, type PurposeChoice } from "@/lib/queries/member/get-choices";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import { paragraph } from "../letter-content";
import { mailWords } from "../words";

const list = new Intl.ListFormat("en-GB", { type: "conjunction" });

type Answered = "given" | "byDefault" | "no" | "expired" | "unverified";

function answered({ answer, state }: ChannelChoice): Answered {
  if (answer === "yes") return state === "given" ? "given" : "byDefault";
  return answer === "none" && (state === "expired" || state === "unverified") ? state : "no";
}

/** "Yes, by email and by text. No, by phone." and its kin; a purpose that sends nothing has one answer. */
function answersOf({ channels }: PurposeChoice): string {
  const byAnswer = Map.groupBy(channels, answered);
  const sentences = (["given", "byDefault", "no", "expired", "unverified"] as const).flatMap((answer) => {
    const ways = byAnswer.get(answer) ?? [];
    if (ways.length === 0) return [];
    const named = ways.flatMap(({ channel }) =>
      channel === null ? [] : [mailWords("choices.channel", { channel })],
    );
    return [
      named.length === 0
        ? mailWords(`choices.whole.${answer}`)
        : mailWords(`choices.ways.${answer}`, { ways: list.format(named) }),
    ];
  });
  return sentences.length === 0 ? mailWords("choices.unreachable") : sentences.join(" ");
}

/** One purpose: how it stands, and what it rests on in plain words (UK GDPR 13(1)(c)). */
function lineOf(choice: PurposeChoice) {
  const { purpose, mayStop } = choice;
  const basis = mailWords(`choices.basis.${purpose.lawfulBasis}`);
  const value = mayStop ? `${answersOf(choice)} ${basis}` : `${mailWords("choices.needed")} ${basis}`;
  return { label: purpose.name, value };
}

function isMarketing({ purpose }: PurposeChoice): boolean {
  return purpose.messageKind === "directMarketing";
}

/** What the person may object to, apart from everything else (UK GDPR 21(4); law.md LB-7). */
function objection(choices: readonly PurposeChoice[]): readonly LetterPart[] {
  // A "no" to marketing is absolute and stands in a sentence of its own (21(2), 21(3); LB-6).
  const [marketing, other] = [choices.filter(isMarketing), choices.filter((choice) => !isMarketing(choice))];
  const open = other.filter(({ purpose }) => rightApplies("object", purpose.lawfulBasis) === "yes");
  const names = open.map(({ purpose }) => `“${purpose.name}”`);
  const words = [
    ...(names.length === 0 ? [] : [mailWords("choices.objectTo", { purposes: list.format(names) })]),
    ...(marketing.length > 0 ? [mailWords("choices.objectToNews")] : []),
  ];
  if (words.length === 0) return [];
  return [{ kind: "subtitle", words: mailWords("choices.objectTitle") }, ...words.map(paragraph)];
}

/** Every purpose of the panel as it stands for a member now: a record that is whole, and the right to object apart. */
export async function standingOf(panel: PanelView, memberId: string): Promise<readonly LetterPart[]> {
  const choices = await getChoices(panel, memberId);
  return [
    { kind: "subtitle", words: mailWords("choices.title") },
    { kind: "facts", facts: choices.map(lineOf) },
    ...objection(choices),
  ];
}
