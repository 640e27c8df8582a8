import { getTranslations } from "next-intl/server";
import { DataTable } from "@/components/content/data-table";
import { Details, InsetText } from "@/components/content/notice";
import { Tag } from "@/components/content/tag";
import type { Answer } from "@/lib/policy/agreed-on";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import type { AgreedView } from "@/lib/queries/trail/get-agreed-on";
import { entryWords } from "../../../../../_components/entry-words";
import { moments } from "../../../../../_components/moments";
import { dpoPath } from "../../../../../_components/paths";
import { shownAs } from "../../../../../_components/shown-as";
import { standingTones } from "../../_components/standing-tones";

const columns = ["about", "thenKnown", "nowKnown", "words"] as const;

async function Standing({ slug, answer }: { slug: string; answer: Answer }) {
  const [t, standing, when] = await Promise.all([
    getTranslations("trail.agreed"),
    getTranslations("dpo.standing"),
    moments(),
  ]);
  return (
    <span>
      <Tag tone={standingTones[answer.state]}>{standing(answer.state)}</Tag>
      {answer.since === null ? null : (
        <span className="block text-small">{t("since", { when: when.moment(new Date(answer.since)) })}</span>
      )}
      {answer.seq === null ? null : (
        <a className="text-small" href={dpoPath(slug, `trail/${answer.seq}`)}>
          {t("entry", { seq: when.count(Number(answer.seq)) })}
        </a>
      )}
    </span>
  );
}

async function ExactWords({ words }: Pick<AgreedView, "words">) {
  const [t, shown] = await Promise.all([getTranslations("trail.agreed"), shownAs()]);
  if (words === null) return "–";
  return (
    <Details summary={t("wordsOf")}>
      <p>{words.text}</p>
      <p className="text-small text-muted">{shown(words)}</p>
    </Details>
  );
}

/** Each purpose and channel: as it was known then, as it is known now, and the words that count. */
export async function AgreedTable({ panel, lines }: { panel: PanelView; lines: readonly AgreedView[] }) {
  const [t, words] = await Promise.all([getTranslations("trail.agreed"), entryWords(panel)]);
  const rows = lines.map((line) => ({
    key: `${line.purposeKey}|${line.channel ?? ""}`,
    cells: {
      about: `${words.purpose(line.purposeKey)}, ${line.channel === null ? t("everyChannel") : words.channel(line.channel)}`,
      thenKnown: <Standing slug={panel.slug} answer={line.knownThen} />,
      nowKnown: line.differs ? <Standing slug={panel.slug} answer={line.knownNow} /> : t("same"),
      words: <ExactWords words={line.words} />,
    },
  }));
  return (
    <>
      {lines.some(({ differs }) => differs) ? <InsetText>{t("differs")}</InsetText> : null}
      <DataTable
        caption={t("metaTitle")}
        hideCaption
        columns={columns.map((key) => ({ key, label: t(key) }))}
        rows={rows}
      />
    </>
  );
}
