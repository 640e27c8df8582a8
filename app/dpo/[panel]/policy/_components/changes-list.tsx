import { getTranslations } from "next-intl/server";
import { Section } from "@/components/content/card";
import { DataTable } from "@/components/content/data-table";
import type { PolicyChange } from "@/lib/policy/diff";

type Props = { changes: readonly PolicyChange[] };

async function Changes({ changes, kind }: Props & { kind: "material" | "minor" }) {
  const t = await getTranslations("policyRegister.changes");
  if (changes.length === 0) return null;
  const columns = ["what", "forMembers", "place"] as const;
  return (
    <Section title={t(`${kind}Title`)} lead={t(`${kind}Lead`)}>
      <DataTable
        caption={t(`${kind}Title`)}
        hideCaption
        columns={columns.map((key) => ({ key, label: t(key) }))}
        rows={changes.map(({ path, sentence, forMembers }, place) => ({
          key: String(place),
          cells: {
            what: <span className="font-normal">{sentence}</span>,
            forMembers: forMembers ?? <span className="text-muted">{t("nobody")}</span>,
            place: <code className="text-small">{path}</code>,
          },
        }))}
      />
    </Section>
  );
}

/** What a document changes, in words: first what members must be told, with what follows, then the rest. */
export async function ChangesList({ changes }: Props) {
  const t = await getTranslations("policyRegister.changes");
  if (changes.length === 0) return <p>{t("none")}</p>;
  return (
    <>
      <Changes kind="material" changes={changes.filter(({ material }) => material)} />
      <Changes kind="minor" changes={changes.filter(({ material }) => !material)} />
    </>
  );
}
