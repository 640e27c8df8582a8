// Every sentence of a policy document that a resident reads, with its place, so that words can be held to the law and to
// the policy they stand in (UK GDPR 12(1); law.md TR-4).
import type { PolicyDocument, Purpose } from "./document";

export type ResidentWords = {
  readonly path: string;
  readonly words: string;
  readonly purpose: Purpose | null;
};

type Said = readonly (readonly [part: string, words: string | undefined])[];

function listed(part: string, words: readonly string[] | undefined): Said {
  return (words ?? []).map((one, place) => [`${part}.${place + 1}`, one]);
}

function ofPurpose(purpose: Purpose): Said {
  return [
    ["name", purpose.name],
    ["why", purpose.why],
    ["interest", purpose.interest],
    ["legalSource", purpose.legalSource],
    ["stopping", purpose.stopping],
    ["askOnce", purpose.askOnce],
    ["compatibility.collectedFor", purpose.compatibility?.collectedFor],
    ...Object.entries(purpose.ask ?? {}).map(([channel, words]) => [`ask.${channel}`, words] as const),
  ];
}

function ofNotice({ notice }: PolicyDocument): Said {
  return [
    ...listed("notice.opening", notice?.opening),
    ...listed("notice.closing", notice?.closing),
    ...(notice?.variants ?? []).flatMap(({ language, format, sections }) =>
      sections.flatMap(({ id, heading, paragraphs, list }) =>
        listed(`notice.variants.${language}-${format}.${id}`, [heading, ...paragraphs, ...(list ?? [])]),
      ),
    ),
  ];
}

function ofPanel(document: PolicyDocument): Said {
  const { panel, membership } = document;
  return [
    ["panel.summary", panel.summary],
    ["membership.eligibility", membership.eligibility],
    ...listed("membership.joiningMeans", membership.joiningMeans),
    ["membership.representatives.evidence", membership.representatives?.evidence],
    ...listed("promises", document.promises),
    ...document.fields.flatMap(({ key, label, hint, explicitConsent }): Said => [
      [`fields.${key}.label`, label],
      [`fields.${key}.hint`, hint],
      [`fields.${key}.explicitConsent`, explicitConsent],
    ]),
    ...document.retentionRules.flatMap(({ key, what, authority, sourceText }): Said => [
      [`retentionRules.${key}.what`, what],
      [`retentionRules.${key}.authority`, authority],
      [`retentionRules.${key}.sourceText`, sourceText],
    ]),
    ...document.recipients.flatMap(({ key, whatFor, where }): Said => [
      [`recipients.${key}.whatFor`, whatFor],
      [`recipients.${key}.where`, where],
    ]),
  ];
}

/** All words of the document that residents read, in the order of its parts. */
export function residentWords(document: PolicyDocument): readonly ResidentWords[] {
  const said = (purpose: Purpose | null, prefix: string, words: Said): readonly ResidentWords[] =>
    words.flatMap(([part, text]) =>
      text === undefined ? [] : [{ path: `${prefix}${part}`, words: text, purpose }],
    );
  return [
    ...document.purposes.flatMap((purpose) => said(purpose, `purposes.${purpose.key}.`, ofPurpose(purpose))),
    ...said(null, "", ofPanel(document)),
    ...said(null, "", ofNotice(document)),
  ];
}
