import { londonDate } from "@/lib/clock";
import { database } from "@/lib/db/client";
import type { PolicyDocument } from "@/lib/policy/document";
import { missingElements, type NoticeElement } from "@/lib/policy/notice-elements";
import type { NoticeSection } from "@/lib/policy/notice-section";
import { authorise, type Viewer } from "@/lib/queries/staff/viewer";
import { getNotice, type EditionKey, type NoticeView } from "./get-notice";

/** A language or format of a version while it is written, beside the standard text it is made after. */
export type EditionDraft = {
  readonly standard: NoticeView;
  readonly edition: EditionKey;
  /** Null while nothing was saved. */
  readonly saved: {
    readonly title: string | null;
    readonly sections: readonly NoticeSection[];
    readonly editedAt: Date;
    /** Elements it must have and does not say yet. */
    readonly missing: readonly NoticeElement[];
  } | null;
  readonly document: PolicyDocument;
};

async function documentOf(organisationId: string, id: string): Promise<PolicyDocument> {
  const { document } = await database().policyVersion.findUniqueOrThrow({
    where: { organisationId_id: { organisationId, id } },
    select: { document: true },
  });
  return document as unknown as PolicyDocument;
}

/** What is being written for this edition; null when there is no such version, or the edition is published already. */
export async function getEditionDraft(
  viewer: Viewer,
  number: number,
  edition: EditionKey,
): Promise<EditionDraft | null> {
  authorise(viewer, "notice.publish");
  const { organisationId, id: panelId } = viewer.panel;
  const key = { organisationId, panelId, number, language: edition.language, format: edition.format };
  const [standard, published, row] = await Promise.all([
    getNotice(viewer.panel, number),
    getNotice(viewer.panel, number, edition),
    database().noticeDraft.findUnique({
      where: { organisationId_panelId_number_language_format: key },
    }),
  ]);
  if (standard === null || published !== null) return null;
  const document = await documentOf(organisationId, standard.policyVersionId);
  if (row === null) return { standard, edition, saved: null, document };
  const sections = row.content as unknown as readonly NoticeSection[];
  const missing = missingElements(document, sections, londonDate(standard.publishedAt));
  const { title, editedAt } = row;
  return { standard, edition, saved: { title, sections, editedAt, missing }, document };
}
