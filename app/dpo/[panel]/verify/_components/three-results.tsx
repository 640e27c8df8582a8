import { getTranslations } from "next-intl/server";
import { Card, CardGrid, Section } from "@/components/content/card";
import { EmptyState } from "@/components/content/empty-state";
import { Tag } from "@/components/content/tag";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import type { RecordedVerification } from "@/lib/queries/trail/list-verifications";
import { entryWords } from "../../../_components/entry-words";
import { moments } from "../../../_components/moments";
import { dpoPath } from "../../../_components/paths";
import { stateTone } from "./state-tone";

type Question = "integrity" | "completeness" | "anchored";

/** What was compared to answer a question. */
async function compared(question: Question, check: RecordedVerification): Promise<string> {
  const [t, when] = await Promise.all([getTranslations("dpo.verify.result"), moments()]);
  const total = when.count(check.headSeq);
  switch (question) {
    case "integrity":
      return t("integrity.compared", { checked: when.count(check.checked), total });
    case "completeness":
      return check.completeness === "notChecked"
        ? t("completeness.comparedOld", { total })
        : t("completeness.compared", { total, decisions: when.count(check.decisions) });
    case "anchored":
      return check.anchorSize === null
        ? t("anchored.comparedNone")
        : t("anchored.compared", { count: check.anchorsCompared, size: when.count(check.anchorSize) });
  }
}

async function Result({ question, check }: { question: Question; check: RecordedVerification }) {
  const [t, when] = await Promise.all([getTranslations("dpo.verify"), moments()]);
  const state = check[question];
  const todo = `todo.${state}`;
  return (
    <Card
      title={t(`result.${question}.title`)}
      level={3}
      aside={<Tag tone={stateTone(state)}>{t(`state.${state}`)}</Tag>}
    >
      <p className="text-muted">{t(`result.${question}.question`)}</p>
      <p>
        <strong>{t(`sentence.${state}`, { count: check.differing })}</strong>
      </p>
      {question === "integrity" && check.firstBadSeq !== null ? (
        <p>{t("firstBad", { seq: when.count(check.firstBadSeq) })}</p>
      ) : null}
      <p className="text-small text-muted">{await compared(question, check)}</p>
      {t.has(todo) ? <p>{t(todo)}</p> : null}
    </Card>
  );
}

type Props = { panel: PanelView; check: RecordedVerification | undefined };

/** The three results of the last check: what was asked, compared and found, and what to do. */
export async function ThreeResults({ panel, check }: Props) {
  const [t, words, when] = await Promise.all([getTranslations("dpo.verify"), entryWords(panel), moments()]);
  if (check === undefined) return <EmptyState title={t("never")}>{t("neverBody")}</EmptyState>;
  const said = {
    when: when.second(check.at),
    who: words.actor(check.by),
    seconds: (check.durationMs / 1000).toFixed(1),
  };
  const lead = (
    <>
      {t("lastBy", said)}{" "}
      <a href={dpoPath(panel.slug, `trail/${check.seq}`)}>
        {t("entry")} {when.count(Number(check.seq))}
      </a>
    </>
  );
  return (
    <Section title={t("last")} lead={lead}>
      <CardGrid>
        <Result question="integrity" check={check} />
        <Result question="completeness" check={check} />
        <Result question="anchored" check={check} />
      </CardGrid>
      <p className="text-small text-muted">
        {t("root")} <span className="reference">{check.root}</span>
      </p>
    </Section>
  );
}
