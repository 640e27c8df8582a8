import { getFormatter, getTranslations } from "next-intl/server";
import { Section } from "@/components/content/card";
import { InsetText } from "@/components/content/notice";
import type { CheckpointView } from "@/lib/queries/ledger/get-checkpoints";
import { momentsIn } from "@/lib/words/moments";

type Props = { latest: CheckpointView; keys: readonly string[]; href: string };

/** The newest checkpoint as it is signed, to be copied, and the keys it is checked with. */
export async function NewestCheckpoint({ latest, keys, href }: Props) {
  const [t, format] = await Promise.all([getTranslations("checkpoints.public"), getFormatter()]);
  const when = momentsIn(format).moment(latest.signedAt);
  return (
    <>
      <Section title={t("newest")}>
        <p>{t("newestAt", { when, count: Number(latest.size) })}</p>
        {latest.witnessed ? <p>{t("witnessed")}</p> : null}
        <InsetText>
          <pre className="reference whitespace-pre-wrap text-small">{latest.note}</pre>
        </InsetText>
        <p>{t("copy")}</p>
        <p>
          <a href={href}>{t("download")}</a>
        </p>
      </Section>
      <Section title={t("keys")}>
        <p>{t("keysNote")}</p>
        <ul className="list-none p-0">
          {keys.map((key) => (
            <li key={key} className="reference text-small">
              {key}
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}
