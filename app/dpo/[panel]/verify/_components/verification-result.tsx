import { getTranslations } from "next-intl/server";
import { NotificationBanner } from "@/components/content/notice";
import { SummaryList } from "@/components/content/summary-list";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import type { RecordedVerification } from "@/lib/queries/trail/list-verifications";
import { entryWords } from "../../../_components/entry-words";
import { moments } from "../../../_components/moments";

type Props = {
  panel: PanelView;
  verification: RecordedVerification;
  /** Asked for just now: say it to a screen reader. */
  fresh?: boolean;
};

/** The message key of the sentence that says what a verdict means. */
export function sentenceKey({ verdict, firstBadSeq }: RecordedVerification): string {
  return verdict === "altered" && firstBadSeq === null ? "sentence.alteredHead" : `sentence.${verdict}`;
}

/** What a check covered and found. */
export async function VerificationResult({ panel, verification, fresh = false }: Props) {
  const t = await getTranslations("dpo.verify");
  const [words, when] = await Promise.all([entryWords(panel), moments()]);
  const { verdict, checked, headSeq, firstBadSeq, root, durationMs } = verification;
  const isIntact = verdict === "intact";
  // No link: the entry may be missing, or belong to another panel of the organisation.
  const firstBad =
    firstBadSeq === null ? [] : [{ key: "firstBad", label: t("firstBad"), value: when.count(firstBadSeq) }];
  return (
    <>
      <NotificationBanner
        tone={isIntact ? "success" : "danger"}
        title={t(`verdict.${verdict}`)}
        announce={fresh}
      >
        <p>{t(sentenceKey(verification))}</p>
        {isIntact ? null : <p>{t("whatNow")}</p>}
      </NotificationBanner>
      <SummaryList
        card={t(fresh ? "result" : "lastTitle")}
        rows={[
          {
            key: "checked",
            label: t("checked"),
            value: t("checkedOf", { checked: when.count(checked), total: when.count(headSeq) }),
          },
          ...firstBad,
          { key: "root", label: t("root"), value: <span className="reference text-small">{root}</span> },
          { key: "when", label: t("when"), value: when.second(verification.at) },
          { key: "by", label: t("by"), value: words.actor(verification.by) },
          {
            key: "duration",
            label: t("duration"),
            value: t("seconds", { seconds: (durationMs / 1000).toFixed(1) }),
          },
        ]}
      />
    </>
  );
}
