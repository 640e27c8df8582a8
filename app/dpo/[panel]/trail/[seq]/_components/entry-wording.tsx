import { getTranslations } from "next-intl/server";
import { Section } from "@/components/content/card";
import { ConsentStatement } from "@/components/consent/consent-statement";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import type { EntryView } from "@/lib/queries/trail/get-entry";

const languages = new Intl.DisplayNames("en-GB", { type: "language" });

/** The words the person saw and the notice they were shown; nothing when the entry is about neither. */
export async function EntryWording({ panel, entry }: { panel: PanelView; entry: EntryView }) {
  const t = await getTranslations("dpo.entry");
  const { words, notice } = entry;
  if (entry.data["wordingHash"] === undefined && notice === null) return null;
  return (
    <Section title={t("wordsTitle")} lead={words === null ? undefined : t("wordsLead")}>
      {words === null ? null : (
        <ConsentStatement
          heading={t("wordsTitle")}
          statement={<p>{words.text}</p>}
          meta={t("wordsMeta", {
            language: languages.of(words.language) ?? words.language,
            format: words.format,
          })}
        />
      )}
      {words === null && entry.data["wordingHash"] !== undefined ? <p>{t("wordsMissing")}</p> : null}
      {notice === null ? null : (
        <p>
          {t("notice")}:{" "}
          <a href={`/${panel.slug}/privacy/${notice.number}`}>{t("noticeLink", { number: notice.number })}</a>
        </p>
      )}
    </Section>
  );
}
