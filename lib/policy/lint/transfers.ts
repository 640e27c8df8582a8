// Data leaves the United Kingdom only by regulations of the Secretary of State, or under a contract of UK law
// (UK GDPR 44A-49A; law.md AC-5, 12 rows 12 and 15).
import { adequacyOf, isInUnitedKingdom } from "../adequacy";
import { addPeriod } from "../civil";
import type { PolicyDocument, Recipient } from "../document";
import type { CivilDate } from "../vocabulary";
import { refusal, warning, when, type LintFinding } from "./finding";

function safeguardFindings({ key, transfer, where }: Recipient): readonly LintFinding[] {
  const path = `recipients.${key}.transfer`;
  return [
    ...when(
      transfer === undefined && !isInUnitedKingdom(where),
      refusal(
        "AC-5",
        path,
        "Outside the UK a transfer needs a safeguard: adequacy regulations, data bridge, IDTA or UK Addendum.",
      ),
    ),
    ...when(
      transfer === "euClausesAlone",
      refusal(
        "AC-5",
        path,
        "The EU's standard clauses alone ended for the UK on 21 March 2024. Add the UK Addendum, or use the IDTA.",
      ),
    ),
  ];
}

function adequacyFindings({ key, transfer, where }: Recipient): readonly LintFinding[] {
  if (transfer !== "adequacyRegulations" || isInUnitedKingdom(where)) return [];
  const path = `recipients.${key}.transfer`;
  const adequacy = adequacyOf(where);
  return [
    ...when(
      !adequacy.some((one) => one === "approved" || one === "partly"),
      refusal(
        "AC-5",
        path,
        "No UK regulations approve this place. Use the IDTA or the UK Addendum; for the United States the data bridge.",
      ),
    ),
    ...when(
      adequacy.some((one) => one === "none" || one === "listed"),
      refusal(
        "AC-5",
        path,
        "UK regulations approve only some of these places. Name each with its own safeguard.",
      ),
    ),
    ...when(
      adequacy.includes("partly"),
      warning("AC-5", path, "This country is approved in part only. Check that this recipient is covered."),
    ),
  ];
}

function bridgeFindings(recipient: Recipient, on: CivilDate | null): readonly LintFinding[] {
  if (recipient.transfer !== "ukUsDataBridge") return [];
  const path = `recipients.${recipient.key}.ukExtensionCheckedOn`;
  const checked = recipient.ukExtensionCheckedOn;
  const until = checked === undefined ? null : addPeriod(checked, "P12M");
  return [
    ...when(
      !adequacyOf(recipient.where).includes("listed"),
      refusal(
        "AC-5",
        `recipients.${recipient.key}.transfer`,
        "The data bridge leads to the United States only.",
      ),
    ),
    ...when(
      until === null,
      refusal("AC-5", path, "Give the day on which the company was found on the list of the UK Extension."),
    ),
    ...when(
      on !== null && until !== null && until < on,
      refusal(
        "AC-5",
        path,
        "The list of the UK Extension was looked at more than 12 months ago. Look again.",
      ),
    ),
  ];
}

/** Categories that the other side must be told are sensitive, because its own law does not say so. */
function sensitiveFindings(recipient: Recipient, document: PolicyDocument): readonly LintFinding[] {
  const purposes = document.purposes.filter(({ recipients }) => recipients.includes(recipient.key));
  const sent = document.fields.filter((field) => purposes.some(({ key }) => field.purposes.includes(key)));
  return when(
    recipient.transfer === "ukUsDataBridge" &&
      sent.some(
        ({ category, specialCategory }) =>
          specialCategory === "sexualOrientation" || category === "criminalOffence",
      ),
    warning(
      "AC-5",
      `recipients.${recipient.key}`,
      "Tell this company that sexual orientation and offences are sensitive: the data bridge does not say so by itself.",
    ),
  );
}

export function transferFindings(document: PolicyDocument, on: CivilDate | null): readonly LintFinding[] {
  return document.recipients.flatMap((recipient) => [
    ...safeguardFindings(recipient),
    ...adequacyFindings(recipient),
    ...bridgeFindings(recipient, on),
    ...sensitiveFindings(recipient, document),
  ]);
}
