// The organisation and the rules of membership: who answers for it, from which age, when applications run, who may speak
// for a member (UK GDPR 8, 13(1)(a)-(b), 22A-22D, 37; law.md CN-4, CN-7, CN-8, LB-11, RG-6, RR-12, 12 row 6).
import { normaliseEmail } from "../address";
import { startOfDay, isCivilDate, isPeriod } from "../civil";
import type { PolicyDocument } from "../document";
import type { CivilDate } from "../vocabulary";
import { fillsTheYear } from "../quiet-dates";
import { duplicates, refusal, warning, when, type LintFinding } from "./finding";

/** Nobody reaches anybody at what is no address; what is still to be filled in says so elsewhere. */
function addressFindings({ organisation }: PolicyDocument): readonly LintFinding[] {
  return (["contactEmail", "dpoEmail"] as const)
    .filter((part) => {
      const typed = organisation[part].trim();
      return typed !== "" && !typed.includes("[[") && normaliseEmail(typed) === null;
    })
    .map((part) => refusal("TR-1", `organisation.${part}`, "This is no e-mail address."));
}

function whoFindings({ organisation, consentLife }: PolicyDocument): readonly LintFinding[] {
  const contact = [organisation.contactEmail, organisation.contactPhone, organisation.postalAddress];
  return [
    ...when(
      !isPeriod(consentLife),
      refusal("CN-4", "consentLife", "Say for how long a yes counts, as a period such as P24M."),
    ),
    ...when(
      organisation.dpoEmail.trim() === "",
      refusal(
        "TR-1",
        "organisation.dpoEmail",
        "Say how to reach the data protection officer (Article 13(1)(b)).",
      ),
    ),
    ...when(
      contact.some((words) => words.trim() === ""),
      refusal("TR-1", "organisation", "Say how to reach the controller: e-mail, phone, postal address."),
    ),
  ];
}

function regulatorFindings({ regulator }: PolicyDocument, on: CivilDate | null): readonly LintFinding[] {
  const sentence = "Name the regulator and from which day it is the one to complain to.";
  const named = regulator.some(({ from }) => isCivilDate(from) && (on === null || from <= on));
  return [
    ...when(!named, refusal("RR-12", "regulator", sentence)),
    ...duplicates(regulator.map(({ from }) => from)).map((from) =>
      refusal("RR-12", "regulator", `Two regulators begin on ${from}. Only one can be right.`),
    ),
  ];
}

/** The age bands that are offered begin where joining does: who is younger is no member. */
function bandFindings({ fields, membership }: PolicyDocument): readonly LintFinding[] {
  const input = fields.find(({ key }) => key === "ageBand")?.input;
  const bands = input === undefined || input.type === "text" ? [] : input.options;
  return bands
    .filter(({ value }) => Number(/^\d+/u.exec(value)?.[0] ?? Infinity) < membership.minimumAge)
    .map(({ label }) =>
      refusal(
        "CN-7",
        "fields.ageBand.input",
        `The age band "${label}" begins below the minimum age, which is ${membership.minimumAge}.`,
      ),
    );
}

function ageFindings({ membership }: PolicyDocument): readonly LintFinding[] {
  const { minimumAge, eligibility, joiningMeans } = membership;
  const words = [eligibility, ...joiningMeans].join("\n");
  const named = [
    ...words.matchAll(/\b(?:(\d{2}) or (?:over|older)|(?:over|at least|from) (\d{2}))\b/giu),
  ].map(([, older, over]) => Number(older ?? over));
  return [
    ...when(
      minimumAge < 13,
      refusal(
        "CN-7",
        "membership.minimumAge",
        "Under 13 a parent must consent. This product does not offer that.",
      ),
    ),
    ...when(
      named.some((age) => age !== minimumAge),
      refusal(
        "CN-7",
        "membership.eligibility",
        `The words name another age than the minimum age, which is ${minimumAge}. One age, everywhere.`,
      ),
    ),
  ];
}

function roundFindings({ membership, panel }: PolicyDocument): readonly LintFinding[] {
  const rounds = membership.rounds ?? [];
  return [
    ...rounds
      .filter(({ opensOn, closesOn, decideBy }) => !(opensOn <= closesOn && closesOn <= decideBy))
      .map(({ key }) =>
        refusal("rounds", `membership.rounds.${key}`, "A round opens, then closes, then is decided."),
      ),
    ...when(
      rounds.length > 0 && panel.joining === "open",
      refusal("rounds", "membership.rounds", "This panel is open at any time, so it has no rounds."),
    ),
  ];
}

function otherFindings(document: PolicyDocument): readonly LintFinding[] {
  const kinds = document.membership.representatives?.kinds ?? [];
  const { suppressionThresholds } = document;
  return [
    ...when(
      kinds.some((kind) => kind === "nextOfKin" || kind === "benefitsAppointee"),
      refusal(
        "CN-8",
        "membership.representatives.kinds",
        "Family and benefits appointees have no authority to decide for a member.",
      ),
    ),
    ...(document.automatedDecisions ?? [])
      .filter(({ significant, humanReview }) => significant && !humanReview)
      .map(({ key }) =>
        refusal(
          "LB-11",
          `automatedDecisions.${key}.humanReview`,
          "A person must be able to decide this again.",
        ),
      ),
    ...(document.quietDates ?? [])
      .filter(({ from, to }) => (startOfDay(from) ?? 0) > (startOfDay(to) ?? 0))
      .map(({ from }) =>
        refusal("quietDates", `quietDates.${from}.to`, `The quiet days from ${from} end before they begin.`),
      ),
    ...(document.quietDates ?? [])
      .filter(fillsTheYear)
      .map(({ from }) =>
        refusal(
          "quietDates",
          `quietDates.${from}.yearly`,
          `The quiet days from ${from} come again before they end: nobody could ever be approached.`,
        ),
      ),
    ...when(
      suppressionThresholds.default < 5 || suppressionThresholds.specialCategory < 10,
      warning(
        "RG-6",
        "suppressionThresholds",
        "Below 5, and 10 for sensitive answers, a number can point to a person.",
      ),
    ),
  ];
}

function settingFindings(document: PolicyDocument, on: CivilDate | null): readonly LintFinding[] {
  const settings = document.settings ?? [];
  return [
    ...settings
      .filter(
        ({ approvedOn, reviewOn }) =>
          reviewOn <= approvedOn || (on !== null && (on < approvedOn || on > reviewOn)),
      )
      .map(({ point }) =>
        refusal(
          "[D]",
          `settings.${point}`,
          "This approval is not in force on the day the policy is. Renew it, or leave it out.",
        ),
      ),
    ...settings
      .filter(({ approvedByRole }) => !/\bdata protection\b/iu.test(approvedByRole))
      .map(({ point }) =>
        refusal(
          "[D]",
          `settings.${point}.approvedByRole`,
          "Only the data protection officer can settle a debated point.",
        ),
      ),
    ...duplicates(settings.map(({ point }) => point)).map((point) =>
      refusal("[D]", `settings.${point}`, "This point is settled twice."),
    ),
  ];
}

export function panelFindings(document: PolicyDocument, on: CivilDate | null): readonly LintFinding[] {
  return [
    ...whoFindings(document),
    ...addressFindings(document),
    ...regulatorFindings(document, on),
    ...ageFindings(document),
    ...bandFindings(document),
    ...roundFindings(document),
    ...settingFindings(document, on),
    ...otherFindings(document),
  ];
}
