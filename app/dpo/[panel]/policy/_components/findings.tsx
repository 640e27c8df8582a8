import { getTranslations } from "next-intl/server";
import type { LintFinding } from "@/lib/policy/lint";
import { itemHref } from "./draft-paths";

/** One finding: how severe, the rule, and what to do. The severity is said, not only coloured. */
export async function Finding({ finding, href }: { finding: LintFinding; href?: string | undefined }) {
  const t = await getTranslations("policyRegister");
  return (
    <p className="finding" data-severity={finding.severity}>
      <span className="finding-severity">{t(`severity.${finding.severity}`)}.</span>{" "}
      {href === undefined ? finding.sentence : <a href={href}>{finding.sentence}</a>}{" "}
      <span className="text-small text-muted">{t("draft.rule", { rule: finding.rule })}</span>
    </p>
  );
}

/** What the linter says about the whole draft, each with the way to its place. */
export async function FindingSummary({ slug, findings }: { slug: string; findings: readonly LintFinding[] }) {
  const t = await getTranslations("policyRegister.draft");
  const refused = findings.filter(({ severity }) => severity === "refuse");
  const warned = findings.filter(({ severity }) => severity === "warn");
  if (findings.length === 0) return <p>{t("findingsNone")}</p>;
  return (
    <>
      {refused.length > 0 ? <p>{t("findingsRefused", { count: refused.length })}</p> : null}
      {warned.length > 0 ? <p>{t("findingsWarned", { count: warned.length })}</p> : null}
      <ul className="grid gap-2">
        {[...refused, ...warned].map((finding) => (
          <li key={finding.rule + finding.path + finding.sentence}>
            <Finding finding={finding} href={itemHref(slug, finding.path)} />
          </li>
        ))}
      </ul>
    </>
  );
}
