import { getTranslations } from "next-intl/server";
import { noticePath } from "@/app/_notices/notice-path";
import { Section } from "@/components/content/card";
import { ConsentStatement } from "@/components/consent/consent-statement";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import type { EntryView } from "@/lib/queries/trail/get-entry";
import { shownAs } from "../../../../_components/shown-as";
import { editionWords } from "../../../notices/_components/edition-words";

/** The words the person saw and the notice they were shown; nothing when the entry is about neither. */
export async function EntryWording({ panel, entry }: { panel: PanelView; entry: EntryView }) {
  const [t, shown, nameOf] = await Promise.all([getTranslations("dpo.entry"), shownAs(), editionWords()]);
  const { words, notice } = entry;
  if (entry.data["wordingHash"] === undefined && notice === null) return null;
  return (
    <Section title={t("wordsTitle")} lead={words === null ? undefined : t("wordsLead")}>
      {words === null ? null : (
        <ConsentStatement heading={t("wordsTitle")} statement={<p>{words.text}</p>} meta={shown(words)} />
      )}
      {words === null && entry.data["wordingHash"] !== undefined ? <p>{t("wordsMissing")}</p> : null}
      {notice === null ? null : (
        <p>
          {t("notice")}:{" "}
          <a href={noticePath(panel.slug, notice.number, notice)}>
            {t("noticeLink", { number: notice.number, edition: nameOf(notice) })}
          </a>
        </p>
      )}
    </Section>
  );
}
