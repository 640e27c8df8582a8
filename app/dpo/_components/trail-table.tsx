import { getTranslations } from "next-intl/server";
import { DataTable } from "@/components/content/data-table";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import type { TrailEntry } from "@/lib/queries/trail/trail-entry";
import { entryWords } from "./entry-words";
import { moments } from "./moments";
import { dpoPath } from "./paths";

const columns = ["seq", "recordedAt", "what", "subject", "actor"] as const;

/** The member an entry is about: a way to their history, or that they are not held any more. */
export async function SubjectLink({ slug, subject }: { slug: string; subject: TrailEntry["subject"] }) {
  const t = await getTranslations("dpo");
  if (subject === null) return "–";
  if (subject.reference === null) return <span className="text-muted">{t("subjectGone")}</span>;
  return (
    <a href={dpoPath(slug, `members/${subject.reference}`)} className="reference whitespace-nowrap">
      {subject.reference}
    </a>
  );
}

function What({ words, entry }: { words: Awaited<ReturnType<typeof entryWords>>; entry: TrailEntry }) {
  const about = [
    ...(entry.purposeKey === null ? [] : [words.purpose(entry.purposeKey)]),
    ...(entry.channel === null ? [] : [words.channel(entry.channel)]),
  ].join(", ");
  return (
    <span>
      {words.event(entry.eventType)}
      {about === "" ? null : <span className="block text-small text-muted">{about}</span>}
    </span>
  );
}

/** Entries of the trail, one a line. */
export async function TrailTable({ panel, entries }: { panel: PanelView; entries: readonly TrailEntry[] }) {
  const t = await getTranslations("dpo");
  const [words, when] = await Promise.all([entryWords(panel), moments()]);
  const rows = entries.map((entry) => ({
    key: entry.seq,
    cells: {
      seq: <a href={dpoPath(panel.slug, `trail/${entry.seq}`)}>{when.count(Number(entry.seq))}</a>,
      recordedAt: (
        <time className="whitespace-nowrap" dateTime={entry.recordedAt.toISOString()}>
          {when.second(entry.recordedAt)}
        </time>
      ),
      subject: <SubjectLink slug={panel.slug} subject={entry.subject} />,
      what: <What words={words} entry={entry} />,
      actor: words.actor(entry.actor, entry.subject),
    },
  }));
  return (
    <DataTable
      caption={t("trail.caption")}
      hideCaption
      columns={columns.map((key) => ({ key, label: t(`column.${key}`) }))}
      rows={rows}
    />
  );
}
