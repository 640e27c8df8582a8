// Sentences that the law does not let stand, wherever a resident reads them: the mistakes that real notices make
// (law.md 12, RR-1, RR-6, CN-3, CN-8, LB-4, LB-9, AC-5, TR-5, SC-2).
import type { PolicyDocument } from "../document";
import { claimsAnonymity } from "../message-kind";
import { residentWords, type ResidentWords } from "../resident-words";
import { refusal, when, type LintFinding } from "./finding";

type WordRule = {
  readonly rule: string;
  readonly wrong: (said: ResidentWords, document: PolicyDocument) => boolean;
  readonly sentence: string;
};

function says(pattern: RegExp): WordRule["wrong"] {
  return ({ words }) => pattern.test(words);
}

/** Whether these words speak of consent where nothing they are about rests on it. */
function speaksOfConsentWithout({ words, purpose }: ResidentWords, { purposes }: PolicyDocument): boolean {
  if (!/\bwithdraw\w*\b[^.!?]{0,30}\bconsent\b|\bconsent\b[^.!?]{0,30}\bwithdraw/iu.test(words)) return false;
  return !(purpose === null ? purposes : [purpose]).some(({ lawfulBasis }) => lawfulBasis === "consent");
}

/** A survey whose link tells who answers is confidential at most. */
function claimsAnonymousSurvey({ words, purpose }: ResidentWords, document: PolicyDocument): boolean {
  const aboutAnswers =
    purpose?.messageKind === "research" ||
    /\bsurveys?\b|\banswers?\b|\brepl(?:y|ies)\b|\bfeedback\b/iu.test(words);
  return document.surveyLinks !== "shared" && aboutAnswers && claimsAnonymity(words);
}

const rules: readonly WordRule[] = [
  {
    rule: "TR-5",
    wrong: claimsAnonymousSurvey,
    sentence: "A personal link tells who answered, so this is not anonymous. Say that it is confidential.",
  },
  {
    rule: "LB-4",
    wrong: speaksOfConsentWithout,
    sentence:
      "There is no consent to withdraw here: this rests on something else. Say that people can object.",
  },
  {
    rule: "CN-3",
    wrong: says(
      /\bonly by (?:tele)?phon\w+|\bby (?:tele)?phon\w+ only\b|\bonly (?:be )?(?:withdrawn|stopped) by (?:tele)?phon/iu,
    ),
    sentence: "A phone number alone is not enough to take a yes back.",
  },
  {
    rule: "CN-8",
    wrong: says(
      /\bobtained\b[^.]{0,60}\bconsents?\b|\bconsents? (?:of|for) your (?:family|household|children)\b/iu,
    ),
    sentence: "Nobody can consent for the people they live with. Each person answers for themselves.",
  },
  {
    rule: "RR-6",
    wrong: says(
      /\bproof of (?:your )?identity\b|\b(?:must|only|please do so) (?:be )?(?:made )?in writing\b|\b(?:data )?protection act request form\b/iu,
    ),
    sentence:
      "A request needs no form, no writing and no proof of identity unless there is real doubt (Article 12).",
  },
  {
    rule: "AC-5",
    wrong: says(/\badequacy\b[^.]{0,40}\b(?:ICO|Information Commissioner)\b/iu),
    sentence:
      "Regulations of the Secretary of State approve a country, not the regulator for data protection.",
  },
  {
    rule: "AC-5",
    wrong: (said) =>
      /\bstandard contractual clauses\b/iu.test(said.words) && !/\bUK Addendum\b/iu.test(said.words),
    sentence:
      "The EU's clauses count only with the UK Addendum. Leave this out: the register says which safeguard holds.",
  },
  {
    rule: "AC-5",
    wrong: says(/\boutside (?:of )?the (?:EEA|European Economic Area|EU)\b/iu),
    sentence: "What counts is whether data leaves the United Kingdom.",
  },
  {
    rule: "AC-5",
    wrong: says(/\bUK[-–]US Data Privacy Framework\b/iu),
    sentence: "Its name is the UK Extension to the EU-US Data Privacy Framework.",
  },
  {
    rule: "TR-1",
    wrong: says(/\bArticle 6\s?\((?:[a-f]|ea)\)|\bArticle 9\s?\([a-j]\)/iu),
    sentence:
      "This citation lacks a part, as in Article 6(1)(e) or 9(2)(g). Leave it out: the notice cites by itself.",
  },
  {
    rule: "LB-9",
    wrong: says(
      /\botherwise permitted by law\b|\bfor any (?:other )?purpose\b|\bcopied for testing\b|\btest(?:ing)? environments?\b/iu,
    ),
    sentence:
      "Say for what. Nothing is used for a purpose that is not in this document, and no real data for tests.",
  },
];

export function wordFindings(document: PolicyDocument): readonly LintFinding[] {
  return residentWords(document).flatMap((said) =>
    rules.flatMap(({ rule, wrong, sentence }) =>
      when(wrong(said, document), refusal(rule, said.path, sentence)),
    ),
  );
}
