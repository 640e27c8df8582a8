import { notFound } from "next/navigation";
import type { Granted } from "@/lib/auth/require-actor";
import { editionAt } from "@/lib/policy/notice-editions";
import { getEditionDraft, type EditionDraft } from "@/lib/queries/notice/get-edition-draft";

const numbered = /^[1-9]\d{0,5}$/;

/** The number in an address; what is none is not found. */
export function numberOr404(version: string): number {
  if (!numbered.test(version)) notFound();
  return Number(version);
}

/** What is being written at an address; no version, no such edition, or one that is published is not found. */
export async function draftOr404(granted: Granted, version: string, slug: string): Promise<EditionDraft> {
  const edition = editionAt(slug);
  const draft = edition === null ? null : await getEditionDraft(granted, numberOr404(version), edition);
  if (draft === null) notFound();
  return draft;
}
