import { getTranslations } from "next-intl/server";
import { Section } from "@/components/content/card";
import { DataTable } from "@/components/content/data-table";
import type { PolicyChange } from "@/lib/policy/diff";
import { partAt } from "./draft-paths";

type Props = {
  changes: readonly PolicyChange[];
  /** Of a version that is, or was, in force. */
  past?: boolean | undefined;
};

async function Changes({ changes, kind, past }: Props & { kind: "material" | "minor" }) {
  const [t, parts] = await Promise.all([
    getTranslations("policyRegister.changes"),
    getTranslations("policyRegister.part"),
  ]);
  if (changes.length === 0) return null;
  const part = past === true ? (`${kind}Past` as const) : kind;
  const columns = ["what", "forMembers", "place"] as const;
  return (
    <Section title={t(`${part}Title`)} lead={t(`${part}Lead`)}>
      <DataTable
        caption={t(`${part}Title`)}
        hideCaption
        columns={columns.map((key) => ({ key, label: t(key) }))}
        rows={changes.map(({ path, sentence, forMembers }, place) => ({
          key: String(place),
          cells: {
            what: <span className="block font-normal first-letter:uppercase">{sentence}</span>,
            forMembers: forMembers ?? <span className="text-muted">{t("nobody")}</span>,
            place: parts(partAt(path)),
          },
        }))}
      />
    </Section>
  );
}

/** What a document changes, in words: first what members must be told, with what follows, then the rest. */
export async function ChangesList({ changes, past }: Props) {
  const t = await getTranslations("policyRegister.changes");
  if (changes.length === 0) return <p>{t("none")}</p>;
  return (
    <>
      <Changes kind="material" past={past} changes={changes.filter(({ material }) => material)} />
      <Changes kind="minor" past={past} changes={changes.filter(({ material }) => !material)} />
    </>
  );
}
