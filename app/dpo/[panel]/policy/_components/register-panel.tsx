import type { PolicyDocument } from "@/lib/policy/document";
import { RegisterItem, RegisterSection, type RegisterContext } from "./register-item";

type Props = { document: PolicyDocument; context: RegisterContext };

/** The panel, and the organisation that decides. */
export function RegisterAbout({ document: { organisation, panel }, context }: Props) {
  const { words } = context;
  return (
    <RegisterSection id="about" words={words}>
      <RegisterItem
        context={context}
        path="organisation"
        title={organisation.legalName}
        facts={[
          ["nation", words.own("nation", organisation.nation)],
          ["publicAuthority", words.yesNo(organisation.publicAuthority)],
          ["charity", words.yesNo(organisation.charity)],
          [
            "contact",
            `${organisation.postalAddress}\n${organisation.contactEmail}\n${organisation.contactPhone}`,
          ],
          ["dpo", organisation.dpoEmail],
        ]}
      />
      {(organisation.jointControllers ?? []).map(({ key, legalName, contact, arrangement }) => (
        <RegisterItem
          key={key}
          context={context}
          path={`organisation.jointControllers.${key}`}
          title={legalName}
          facts={[
            ["role", words.t("value.jointController")],
            ["contact", contact],
            ["arrangement", arrangement],
          ]}
        />
      ))}
      <RegisterItem context={context} path="panel" title={panel.name} facts={[["why", panel.summary]]} />
    </RegisterSection>
  );
}

function roundsOf({ membership }: PolicyDocument, { words }: RegisterContext) {
  return (membership.rounds ?? [])
    .map(({ opensOn, closesOn, decideBy, places }) =>
      words.t("value.round", {
        from: words.civil(opensOn),
        to: words.civil(closesOn),
        decide: words.civil(decideBy),
        places,
      }),
    )
    .join("\n");
}

function routesOf(routes: readonly string[] | undefined, { words }: RegisterContext) {
  return routes?.map((route) => words.own("route", route)).join("; ");
}

function representativesOf({ membership: { representatives } }: PolicyDocument, { words }: RegisterContext) {
  if (representatives === undefined) return undefined;
  const kinds = representatives.kinds.map((kind) => words.own("authority", kind)).join("; ");
  return `${kinds}\n${representatives.evidence}`;
}

/** Who may join, and what the panel promised about how often it writes. */
export function RegisterMembership({ document, context }: Props) {
  const { words } = context;
  const { membership, contactBudget, quietDates = [] } = document;
  const window = words.period(contactBudget.window);
  return (
    <RegisterSection id="membership" words={words}>
      <RegisterItem
        context={context}
        path="membership"
        title={words.own("joining", document.panel.joining)}
        facts={[
          ["minimumAge", String(membership.minimumAge)],
          ["term", membership.term === undefined ? words.t("value.noTerm") : words.period(membership.term)],
          ["eligibility", membership.eligibility],
          ["joiningMeans", membership.joiningMeans.join("\n")],
          ["rounds", roundsOf(document, context)],
          ["joinBy", routesOf(membership.routes?.joining, context)],
          ["withdrawBy", routesOf(membership.routes?.withdrawing, context)],
          ["representatives", representativesOf(document, context)],
          ["consentLife", words.period(document.consentLife)],
          ["budget", words.t("value.budget", { approaches: contactBudget.approaches, window })],
          [
            "quiet",
            quietDates
              .map(({ from, to, yearly, why }) =>
                words.t("value.quiet", { days: words.quiet(from, to, yearly === true), why }),
              )
              .join("\n"),
          ],
        ]}
      />
    </RegisterSection>
  );
}

/** Further promises, and who to complain to. */
export function RegisterPromises({ document, context }: Props) {
  const { words } = context;
  return (
    <>
      <RegisterSection id="promises" words={words}>
        <ul className="list-disc pl-5">
          {document.promises.map((promise) => (
            <li key={promise}>{promise}</li>
          ))}
        </ul>
      </RegisterSection>
      <RegisterSection id="regulator" words={words}>
        {document.regulator.map((row) => (
          <RegisterItem
            key={row.from}
            context={context}
            path={`regulator.${row.from}`}
            title={row.name}
            facts={[
              ["from", words.civil(row.from)],
              ["website", row.website],
              ["phone", row.phone],
              ["address", row.address],
            ]}
          />
        ))}
      </RegisterSection>
    </>
  );
}
