import type { PolicyDocument } from "@/lib/policy/document";
import { policyWords } from "./policy-words";
import { RegisterFields } from "./register-fields";
import type { RegisterContext } from "./register-item";
import { RegisterAbout, RegisterMembership, RegisterPromises } from "./register-panel";
import { RegisterPurposes } from "./register-purposes";
import { RegisterComputers, RegisterSettings } from "./register-settled";
import { RegisterAccountability, RegisterRecipients, RegisterRetention } from "./register-records";

const sections = [
  "about",
  "purposes",
  "fields",
  "retentionRules",
  "recipients",
  "accountability",
  "settings",
  "automatedDecisions",
  "membership",
  "promises",
  "regulator",
] as const;

type Props = {
  slug: string;
  document: PolicyDocument;
  history: RegisterContext["history"];
  held: RegisterContext["held"];
};

/** A policy as a register that a board member could read: a contents list, then part by part. */
export async function Register({ slug, document, history, held }: Props) {
  const words = await policyWords();
  const context = { slug, words, history, held };
  const part = { document, context };
  return (
    <>
      <nav aria-label={words.t("register.contents")} className="register-contents">
        <ul>
          {sections.map((section) => (
            <li key={section}>
              <a href={`#${section}`}>{words.t(`section.${section}`)}</a>
            </li>
          ))}
        </ul>
      </nav>
      <RegisterAbout {...part} />
      <RegisterPurposes {...part} />
      <RegisterFields {...part} />
      <RegisterRetention {...part} />
      <RegisterRecipients {...part} />
      <RegisterAccountability {...part} />
      <RegisterSettings {...part} />
      <RegisterComputers {...part} />
      <RegisterMembership {...part} />
      <RegisterPromises {...part} />
    </>
  );
}
