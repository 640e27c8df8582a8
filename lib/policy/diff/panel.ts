// The controller, the rules of membership and the panel's promises: another controller, or one promise less, is told first
// (law.md TR-3, CN-3, CN-4, LB-11; UK GDPR 13(1)(a)).
import { debates } from "../debated";
import type { PolicyDocument } from "../document";
import type { QuietDates } from "../document-parts";
import { compared, differing, material, minor, type Describe, type PolicyChange } from "./change";
import { dayWords, isLonger, periodWords } from "./period-words";
import { partWords, routeWords } from "./words";

type Part<K extends keyof PolicyDocument> = Describe<Pick<PolicyDocument, K>>;

const organisation: Part<"organisation"> = ({ organisation: was }, { organisation: is }) => {
  const joint = compared(was.jointControllers, is.jointControllers).added;
  const other = was.key !== is.key || was.legalName !== is.legalName;
  const rest = differing(was, is).filter((part) => !["key", "legalName", "jointControllers"].includes(part));
  return [
    ...(other
      ? [
          material(
            "organisation.legalName",
            "controller",
            `the controller is now ${is.legalName} instead of ${was.legalName}`,
            `${is.legalName} now decides how your details are used, instead of ${was.legalName}.`,
          ),
        ]
      : []),
    ...joint.map(({ key, legalName }) =>
      material(
        `organisation.jointControllers.${key}`,
        "controller",
        `${legalName} now decides jointly`,
        `${legalName} now decides together with us how your details are used.`,
      ),
    ),
    ...rest.map((part) =>
      minor(`organisation.${part}`, "controller", `changes ${partWords(part)} of the organisation`),
    ),
  ];
};

function withdrawal(
  { membership: was }: PolicyDocument,
  { membership: is }: PolicyDocument,
): readonly PolicyChange[] {
  return compared(was.routes?.withdrawing, is.routes?.withdrawing).removed.map((route) =>
    material(
      "membership.routes.withdrawing",
      "choice",
      `one can no longer say no ${routeWords[route]}`,
      `You can no longer say no ${routeWords[route]}.`,
    ),
  );
}

const membership: Describe<PolicyDocument> = (before, after) => {
  const { membership: was } = before;
  const { membership: is } = after;
  const lost = withdrawal(before, after);
  return differing(was, is).flatMap((part) => {
    const path = `membership.${part}`;
    if (part === "term" && isLonger(was.term ?? "P0D", is.term)) {
      const words = `lasts ${is.term === undefined ? "without a term" : periodWords(is.term)} instead of ${periodWords(was.term ?? "")}`;
      return [material(path, "retention", `membership ${words}`, `Membership ${words}.`)];
    }
    if (part === "routes" && lost.length > 0) return lost;
    if (part === "minimumAge") {
      return [minor(path, "choice", `one can join from ${is.minimumAge} instead of ${was.minimumAge}`)];
    }
    return [minor(path, "wording", `changes ${partWords(part)} of membership`)];
  });
};

const consentLife: Part<"consentLife"> = (was, is, path) => {
  const words = `a yes counts for ${periodWords(is.consentLife)} instead of ${periodWords(was.consentLife)}`;
  return isLonger(was.consentLife, is.consentLife)
    ? [material(path, "choice", words, `From now on ${words}.`)]
    : [minor(path, "choice", words)];
};

const contactBudget: Part<"contactBudget"> = ({ contactBudget: was }, { contactBudget: is }, path) => {
  const words = `approaches a member at most ${is.approaches} times in ${periodWords(is.window)} instead of ${was.approaches} times in ${periodWords(was.window)}`;
  const more = is.approaches > was.approaches || isLonger(is.window, was.window);
  return more ? [material(path, "choice", words, `The panel ${words}.`)] : [minor(path, "choice", words)];
};

const promises: Part<"promises"> = (was, is, path) => {
  const { added, removed } = compared(was.promises, is.promises);
  return [
    ...removed.map((promise) =>
      material(path, "choice", `drops the promise "${promise}"`, `We no longer promise this: ${promise}`),
    ),
    ...added.map((promise) =>
      minor(path, "choice", `promises "${promise}"`, `We now promise this: ${promise}`),
    ),
  ];
};

const quietDates: Part<"quietDates"> = (was, is, path) => {
  const { added, removed } = compared(was.quietDates, is.quietDates);
  const days = ({ from, to, yearly }: QuietDates) =>
    `from ${dayWords(from)} to ${dayWords(to)}${yearly === true ? " and on these days of each later year" : ""}`;
  return [
    ...removed.map((promise) =>
      material(
        path,
        "choice",
        `no longer keeps quiet ${days(promise)}`,
        `We no longer promise to leave you in peace ${days(promise)}.`,
      ),
    ),
    ...added.map((promise) => minor(path, "choice", `keeps quiet ${days(promise)}`)),
  ];
};

const settings: Part<"settings"> = (was, is) => {
  const { added, removed } = compared(was.settings, is.settings);
  return [
    ...added.map(({ point, reason }) =>
      material(
        `settings.${point}`,
        "setting",
        `settles a debated point against the safe side. ${debates[point].question} ${debates[point].other} ${reason}`,
        `We read the law in another way in one place: ${reason}`,
      ),
    ),
    ...removed.map(({ point }) =>
      minor(
        `settings.${point}`,
        "setting",
        `goes back to the safe side. ${debates[point].question} ${debates[point].safe}`,
      ),
    ),
  ];
};

const automatedDecisions: Part<"automatedDecisions"> = (was, is, path) => {
  const { added, removed } = compared(was.automatedDecisions, is.automatedDecisions);
  return [
    ...added.map(({ key, what }) =>
      material(
        `${path}.${key}`,
        "purpose",
        `lets a computer decide: ${what}`,
        `A computer now decides this: ${what}`,
      ),
    ),
    ...removed.map(({ key, what }) =>
      minor(`${path}.${key}`, "purpose", `no longer lets a computer decide: ${what}`),
    ),
  ];
};

const surveyLinks: Part<"surveyLinks"> = (_was, { surveyLinks: links }, path) =>
  links === "shared"
    ? [minor(path, "choice", "survey links no longer tell who answers")]
    : [
        material(
          path,
          "choice",
          "survey links now tell who answers",
          "Links to surveys are now personal: we can see whose answer is whose.",
        ),
      ];

const thresholds: Part<"suppressionThresholds"> = (was, is, path) => {
  const lower =
    is.suppressionThresholds.default < was.suppressionThresholds.default ||
    is.suppressionThresholds.specialCategory < was.suppressionThresholds.specialCategory;
  const words = "publishes numbers of smaller groups";
  return lower
    ? [material(path, "choice", words, "Numbers in our reports may now be about smaller groups.")]
    : [minor(path, "choice", "publishes numbers of larger groups only")];
};

/** How the parts of a document that are no keyed lists are described; what is not here is wording. */
export const panelParts: Readonly<Partial<Record<keyof PolicyDocument, Describe<PolicyDocument>>>> = {
  organisation,
  membership,
  consentLife,
  contactBudget,
  promises,
  quietDates,
  settings,
  automatedDecisions,
  surveyLinks,
  suppressionThresholds: thresholds,
};
