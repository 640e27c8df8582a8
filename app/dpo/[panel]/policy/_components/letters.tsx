import { getTranslations } from "next-intl/server";
import { Section } from "@/components/content/card";
import { DataTable } from "@/components/content/data-table";
import { Form } from "@/components/form/form";
import type { UntoldRow } from "@/lib/queries/policy/list-untold";
import { dpoPath } from "../../../_components/paths";
import { markToldByLetter } from "../told/actions";

type Props = { slug: string; rows: readonly UntoldRow[]; next: string | null; mayMark: boolean };

/** Why no e-mail told this person: what became of it, or the gate's reason. */
async function reasons() {
  const [t, gate] = await Promise.all([
    getTranslations("policyRegister.told.why"),
    getTranslations("policy.reason"),
  ]);
  return (reason: string) => (reason.startsWith("mail.") ? t(reason) : gate(reason));
}

/** Whether a letter can be posted; nobody writes to someone whose details are restricted (UK GDPR 18(2)). */
function postOf(reason: string, hasPostAddress: boolean) {
  if (reason === "member.restricted") return "postRestricted";
  return hasPostAddress ? "postYes" : "postNo";
}

/** Those whom no e-mail reached, with the reason, and the form that marks their letters as posted. */
export async function Letters({ slug, rows, next, mayMark }: Props) {
  const toPost = rows.filter(({ reason }) => reason !== "member.restricted");
  const t = await getTranslations("policyRegister.told");
  const why = await reasons();
  if (rows.length === 0) return <p>{t("lettersNone")}</p>;
  return (
    <Section title={t("lettersTitle")} lead={t("lettersLead")}>
      <DataTable
        caption={t("lettersTitle")}
        hideCaption
        columns={(["who", "why", "post"] as const).map((key) => ({
          key,
          label: t(key === "why" ? "reason" : key),
        }))}
        rows={rows.map(({ id, reference, name, reason, hasPostAddress }) => ({
          key: id,
          cells: {
            who: (
              <a href={`/staff/${slug}/members/${reference}`}>
                {name} <span className="reference">{reference}</span>
              </a>
            ),
            why: why(reason),
            post: t(postOf(reason, hasPostAddress)),
          },
        }))}
      />
      {next === null ? null : <a href={dpoPath(slug, "policy/told", { after: next })}>{t("next")}</a>}
      {mayMark && toPost.length > 0 ? (
        <Form
          action={markToldByLetter}
          hidden={{ panel: slug }}
          fields={[
            {
              kind: "checkboxes",
              name: "people",
              label: t("tick"),
              options: toPost.map(({ id, name, reference }) => ({
                value: id,
                label: `${name} (${reference})`,
              })),
            },
            { kind: "date", name: "postedOn", label: t("postedOn") },
          ]}
          submit={t("mark")}
        />
      ) : null}
    </Section>
  );
}
