import { getTranslations } from "next-intl/server";
import { ConsentStatement } from "@/components/consent/consent-statement";
import { Section } from "@/components/content/card";
import { Details } from "@/components/content/notice";
import { Timeline, type TimelineItem } from "@/components/content/timeline";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import type { MemberHistory } from "@/lib/queries/trail/get-member-history";
import { entryWords } from "../../../../_components/entry-words";
import { moments } from "../../../../_components/moments";
import { dpoPath } from "../../../../_components/paths";

type Entry = MemberHistory["entries"][number];

const tones: Readonly<Record<string, TimelineItem["tone"]>> = {
  "consent.given": "success",
  "consent.withdrawn": "warning",
  "consent.expired": "warning",
  "consent.objected": "danger",
  "suppression.added": "danger",
};

function method(entry: Entry): string | null {
  const value = entry.data["method"];
  return typeof value === "string" ? value : null;
}

async function EntryBody({ panel, entry }: { panel: PanelView; entry: Entry }) {
  const t = await getTranslations("dpo.history");
  const when = await moments();
  const { words, notice } = entry;
  return (
    <>
      {/* Recorded is when the chain took it; that it happened earlier is worth a line of its own. */}
      {entry.recordedAt.getTime() - entry.effectiveAt.getTime() > 60_000 ? (
        <p>{t("effective", { when: when.moment(entry.effectiveAt) })}</p>
      ) : null}
      {words === null ? null : (
        <Details summary={t("words")}>
          <ConsentStatement heading={t("words")} statement={<p>{words.text}</p>} />
        </Details>
      )}
      <p className="text-small">
        <a href={dpoPath(panel.slug, `trail/${entry.seq}`)}>
          {t("entry", { seq: when.count(Number(entry.seq)) })}
        </a>
        {notice === null ? null : (
          <>
            {" · "}
            <a href={`/${panel.slug}/privacy/${notice.number}`}>{t("notice", { number: notice.number })}</a>
          </>
        )}
      </p>
    </>
  );
}

/** What happened with one person, newest first, each with the words and the notice they saw. */
export async function HistoryTimeline({ panel, entries }: { panel: PanelView; entries: readonly Entry[] }) {
  const t = await getTranslations("dpo.history");
  const [words, when] = await Promise.all([entryWords(panel), moments()]);
  const items = entries.map((entry) => {
    const how = method(entry);
    const about = [
      ...(entry.purposeKey === null ? [] : [words.purpose(entry.purposeKey)]),
      ...(entry.channel === null ? [] : [words.channel(entry.channel)]),
      ...(how === null ? [] : [words.value("method", how)]),
    ].join(", ");
    return {
      key: entry.seq,
      when: when.second(entry.recordedAt),
      dateTime: entry.recordedAt.toISOString(),
      by: words.actor(entry.actor, entry.subject),
      title: about === "" ? words.event(entry.eventType) : `${words.event(entry.eventType)}: ${about}`,
      body: <EntryBody panel={panel} entry={entry} />,
      tone: tones[entry.eventType],
    };
  });
  return (
    <Section title={t("happened")} lead={t("happenedLead")}>
      <Timeline items={items} />
    </Section>
  );
}
