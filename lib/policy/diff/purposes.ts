// A new purpose, basis, recipient or way of contact, or one choice less, is told before it begins (UK GDPR 13(3); TR-3).
import type { PolicyDocument, Purpose } from "../document";
import { basisWords } from "../notice-contents";
import { compared, material, minor, type ChangeKind, type Describe, type KeyedList } from "./change";
import { isLonger, periodWords } from "./period-words";
import { activityWords, categoryWords, channelWords, softOptInWords } from "./words";

const kindWords: Readonly<Record<NonNullable<Purpose["messageKind"]> | "none", string>> = {
  directMarketing: "direct marketing",
  research: "research",
  service: "service messages",
  none: "no messages",
};

function quoted({ name }: Purpose): string {
  return `"${name}"`;
}

type ListPart = "channels" | "recipients" | "dataCategories" | "activityKinds";

/** A list that only grows at the members' cost: more of it is told, less of it is not. */
function growing<P extends ListPart>(
  part: P,
  kind: ChangeKind,
  what: string,
  name: (key: Purpose[P][number]) => string,
): Describe<Purpose> {
  return (before, after, path) => {
    const { added, removed } = compared<Purpose[P][number]>(before[part], after[part]);
    return [
      ...added.map((key) =>
        material(
          path,
          kind,
          `adds ${what} ${name(key)} to ${quoted(after)}`,
          `${after.name}: new is ${what} ${name(key)}.`,
        ),
      ),
      ...removed.map((key) => minor(path, kind, `takes ${what} ${name(key)} from ${quoted(after)}`)),
    ];
  };
}

const promisedConsent: Describe<Purpose> = (before, after, path) => {
  const { added, removed } = compared(before.promisedConsent, after.promisedConsent);
  if (after.lawfulBasis === "consent") return [];
  return [
    ...removed.map((channel) =>
      material(
        path,
        "choice",
        `drops the promise to ask before using ${channelWords[channel]} for ${quoted(after)}`,
        `${after.name}: we no longer promise to ask you first (${channelWords[channel]}).`,
      ),
    ),
    ...added.map((channel) =>
      minor(path, "choice", `promises to ask before using ${channelWords[channel]} for ${quoted(after)}`),
    ),
  ];
};

function keepingUnder(before: PolicyDocument, after: PolicyDocument): Describe<Purpose> {
  const periodOf = (document: PolicyDocument, key: string) =>
    document.retentionRules.find((rule) => rule.key === key)?.period;
  return (was, is, path) => {
    const [old, now] = [periodOf(before, was.retentionRuleKey), periodOf(after, is.retentionRuleKey)];
    const words = `keeps what ${quoted(is)} uses under another rule: ${periodWords(now ?? "")} instead of ${periodWords(old ?? "")}`;
    return isLonger(old, now)
      ? [material(path, "retention", words, `${is.name}: we keep your details longer.`)]
      : [minor(path, "retention", words)];
  };
}

const softOptIn: Describe<Purpose> = (before, after, path) => {
  const words = `changes the soft opt-in of ${quoted(after)} from ${softOptInWords[before.softOptIn ?? "none"]} to ${softOptInWords[after.softOptIn ?? "none"]}`;
  return (after.softOptIn ?? "none") === "none"
    ? [minor(path, "choice", words)]
    : [
        material(
          path,
          "choice",
          words,
          `${after.name}: we may now write to you without asking first, unless you say no.`,
        ),
      ];
};

function told(kind: ChangeKind, sentence: (before: Purpose, after: Purpose) => string): Describe<Purpose> {
  return (before, after, path) => {
    const words = sentence(before, after);
    return [material(path, kind, `${quoted(after)} ${words}`, `${after.name}: this ${words}.`)];
  };
}

function changedParts(before: PolicyDocument, after: PolicyDocument): KeyedList<Purpose>["changed"] {
  const recipients = [...after.recipients, ...before.recipients];
  const recipientName = (key: string) => recipients.find((one) => one.key === key)?.name ?? key;
  const categoryName = (key: string) =>
    `"${(categoryWords as Readonly<Record<string, string>>)[key] ?? key}"`;
  return {
    lawfulBasis: (was, is, path) => [
      material(
        path,
        "basis",
        `changes the lawful basis of ${quoted(is)} from ${basisWords[was.lawfulBasis]} to ${basisWords[is.lawfulBasis]}`,
        `${is.name}: the law's reason for this is now ${basisWords[is.lawfulBasis]}, no longer ${basisWords[was.lawfulBasis]}.`,
      ),
    ],
    messageKind: told(
      "purpose",
      (was, is) =>
        `now sends ${kindWords[is.messageKind ?? "none"]} instead of ${kindWords[was.messageKind ?? "none"]}`,
    ),
    interest: (was, is, path) =>
      is.interest === undefined
        ? []
        : told("basis", () => `pursues another interest: ${is.interest ?? ""}`)(was, is, path),
    compatibility: (was, is, path) =>
      is.compatibility === undefined || is.compatibility.collectedFor === was.compatibility?.collectedFor
        ? []
        : told(
            "purpose",
            () => `uses details first collected for something else: ${is.compatibility?.collectedFor ?? ""}`,
          )(was, is, path),
    channels: growing("channels", "choice", "contact by", (key) => channelWords[key]),
    recipients: growing("recipients", "recipient", "the recipient", recipientName),
    dataCategories: growing("dataCategories", "category", "the kind of detail", categoryName),
    activityKinds: growing("activityKinds", "purpose", "the activity", (key) => `"${activityWords[key]}"`),
    promisedConsent,
    softOptIn,
    retentionRuleKey: keepingUnder(before, after),
  };
}

/** How purposes are compared; recipients and periods are named from the documents. */
export function purposeList(before: PolicyDocument, after: PolicyDocument): KeyedList<Purpose> {
  return {
    place: "purposes",
    label: quoted,
    added: (purpose, path) =>
      material(
        path,
        "purpose",
        `adds purpose ${quoted(purpose)}, resting on ${basisWords[purpose.lawfulBasis]}`,
        `We now also use your details for this. ${purpose.name}. ${purpose.why}`,
      ),
    removed: (purpose, path) =>
      minor(path, "purpose", `ends purpose ${quoted(purpose)}`, `We no longer do this: ${purpose.name}.`),
    changed: changedParts(before, after),
  };
}
