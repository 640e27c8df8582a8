import { getTranslations } from "next-intl/server";
import { DataTable } from "@/components/content/data-table";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import type { TrailEntry } from "@/lib/queries/trail/trail-entry";
import { entryWords } from "./entry-words";
import { moments } from "./moments";
import { dpoPath } from "./paths";

const columns = ["seq", "recordedAt", "event", "subject", "purpose", "channel", "actor"] as const;

/** The member an entry is about: a way to their history, or that they are not held any more. */
export async function SubjectLink({ slug, subject }: { slug: string; subject: TrailEntry["subject"] }) {
  const t = await getTranslations("dpo");
  if (subject === null) return "–";
  if (subject.reference === null) return <span className="text-muted">{t("subjectGone")}</span>;
  return (
    <a href={dpoPath(slug, `members/${subject.reference}`)} className="reference">
      {subject.reference}
    </a>
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
      recordedAt: <time dateTime={entry.recordedAt.toISOString()}>{when.second(entry.recordedAt)}</time>,
      event: words.event(entry.eventType),
      subject: <SubjectLink slug={panel.slug} subject={entry.subject} />,
      purpose: entry.purposeKey === null ? "–" : words.purpose(entry.purposeKey),
      channel: entry.channel === null ? "–" : words.channel(entry.channel),
      actor: words.actor(entry.actor),
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
