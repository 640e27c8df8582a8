import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { noticePath } from "@/app/_notices/notice-path";
import { ConsentStatement } from "@/components/consent/consent-statement";
import { Section } from "@/components/content/card";
import { Details } from "@/components/content/notice";
import { Timeline, type TimelineItem } from "@/components/content/timeline";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import type { MemberHistory } from "@/lib/queries/trail/get-member-history";
import { entryWords } from "../../../../_components/entry-words";
import { moments } from "../../../../_components/moments";
import { dpoPath } from "../../../../_components/paths";
import { shownAs } from "../../../../_components/shown-as";
import { editionWords } from "../../../notices/_components/edition-words";

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
  const [t, when, edition, shown] = await Promise.all([
    getTranslations("dpo.history"),
    moments(),
    editionWords(),
    shownAs(),
  ]);
  const { words, notice } = entry;
  return (
    <>
      {/* Recorded is when the chain took it; that it happened earlier is worth a line of its own. */}
      {entry.recordedAt.getTime() - entry.effectiveAt.getTime() > 60_000 ? (
        <p>{t("effective", { when: when.moment(entry.effectiveAt) })}</p>
      ) : null}
      {words === null ? null : (
        <Details summary={t("words")}>
          <ConsentStatement heading={t("words")} statement={<p>{words.text}</p>} meta={shown(words)} />
        </Details>
      )}
      <p className="text-small">
        <a href={dpoPath(panel.slug, `trail/${entry.seq}`)}>
          {t("entry", { seq: when.count(Number(entry.seq)) })}
        </a>
        {notice === null ? null : (
          <>
            {" · "}
            <a href={noticePath(panel.slug, notice.number, notice)}>
              {t("notice", { number: notice.number, edition: edition(notice) })}
            </a>
          </>
        )}
      </p>
    </>
  );
}

type Props = { panel: PanelView; entries: readonly Entry[]; lead: ReactNode };

/** What happened with one person, in the order given, each with the words and the notice they saw. */
export async function HistoryTimeline({ panel, entries, lead }: Props) {
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
    <Section title={t("happened")} lead={lead}>
      <Timeline items={items} />
    </Section>
  );
}
