import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { PageTitle } from "@/components/layout/page-title";
import { recordedRead } from "@/lib/actions/recorded-read";
import { requireActor } from "@/lib/auth/require-actor";
import { getEntry } from "@/lib/queries/trail/get-entry";
import { readSealed } from "@/lib/queries/trail/read-sealed";
import { seqSchema } from "@/lib/schemas/trail-query";
import { BelowTrail } from "../../../_components/below-trail";
import { DpoFrame } from "../../../_components/dpo-frame";
import { entryWords } from "../../../_components/entry-words";
import { moments } from "../../../_components/moments";
import { dpoTitle } from "../../../_components/page-metadata";
import { EntryFacts } from "./_components/entry-facts";
import { EntryProof } from "./_components/entry-proof";
import { EntryWording } from "./_components/entry-wording";

export const generateMetadata = dpoTitle("trail.title");

export default async function Entry({ params }: PageProps<"/dpo/[panel]/trail/[seq]">) {
  const { panel: slug, seq } = await params;
  const granted = await requireActor("trail.read", slug);
  const number = seqSchema.safeParse(seq);
  const entry = number.success ? await getEntry(granted, number.data) : null;
  if (entry === null) notFound();
  // Readings are about a person too; recording who looked at one would only echo it.
  if (entry.subject !== null && entry.eventType !== "ledger.read") {
    await recordedRead(granted, entry.subject.ref, "entry");
  }
  const t = await getTranslations("dpo.entry");
  const [words, when] = await Promise.all([entryWords(granted.panel), moments()]);
  const title = t("caption", { seq: when.count(Number(entry.seq)) });
  return (
    <DpoFrame granted={granted} before={<BelowTrail slug={slug} current={title} />} width="page">
      <PageTitle lead={when.second(entry.recordedAt)}>{words.event(entry.eventType)}</PageTitle>
      <EntryFacts panel={granted.panel} entry={entry} sealed={await readSealed(granted, entry)} />
      <EntryWording panel={granted.panel} entry={entry} />
      <EntryProof entry={entry} />
    </DpoFrame>
  );
}
