import { database } from "@/lib/db/client";
import { agreedOn, type AgreedOn, type RecordedDecision } from "@/lib/policy/agreed-on";
import { consentDecisions, type CaptureMethod, type CivilDate } from "@/lib/policy/vocabulary";
import { isEvidenced } from "@/lib/queries/member/stored-facts";
import { authorise, type Viewer } from "@/lib/queries/staff/viewer";
import { exactWords, type Words } from "./exact-words";
import type { Subject } from "./find-subject";
import { readBytes } from "./trail-entry";

/** Where the person stood, with the exact words of the decision that counted now. */
export type AgreedView = AgreedOn & { readonly words: Words | null };

const eventTypes = consentDecisions.map((decision) => `consent.${decision}`);

/**
 * What a person had agreed to on a civil day (Europe/London), from the entries of the trail alone: it answers the same for
 * somebody whose rows are gone. Null for a day that is none.
 */
export async function getAgreedOn(
  viewer: Viewer,
  subject: Pick<Subject, "subjectRef">,
  day: CivilDate,
): Promise<readonly AgreedView[] | null> {
  authorise(viewer, "consentHistory.read");
  const { organisationId, id: panelId } = viewer.panel;
  const rows = await database().ledgerEntry.findMany({
    where: { organisationId, subjectRef: subject.subjectRef, panelId, eventType: { in: eventTypes } },
    orderBy: { seq: "asc" },
  });
  const entries = rows.map((row) => ({ ...row, data: readBytes(row.bytes).data }));
  const decisions = entries.flatMap(({ data, purposeKey, eventType, ...row }): RecordedDecision[] => {
    const decision = consentDecisions.find((each) => `consent.${each}` === eventType);
    if (purposeKey === null || decision === undefined) return [];
    const method = String(data["method"]) as CaptureMethod;
    const until = data["validUntil"];
    return [
      {
        ...{ purposeKey, decision, method, seq: String(row.seq), channel: row.channel },
        effectiveAt: row.effectiveAt.getTime(),
        recordedAt: row.recordedAt.getTime(),
        validUntil: typeof until === "string" ? Date.parse(until) : null,
        evidenced: isEvidenced(method, data["noticeShownId"] !== undefined),
      },
    ];
  });
  const answers = agreedOn(decisions, day);
  if (answers === null) return null;
  const deciding = answers.map(({ knownNow }) => entries.find(({ seq }) => String(seq) === knownNow.seq));
  const shown = await exactWords(
    organisationId,
    deciding.map((entry) => ({ data: entry?.data ?? {} })),
  );
  return answers.map((answer, place) => ({ ...answer, words: shown[place]?.words ?? null }));
}
