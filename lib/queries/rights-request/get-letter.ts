import { now } from "@/lib/clock";
import { database } from "@/lib/db/client";
import { letters } from "@/lib/messaging/render/letters/letters";
import { NothingToSend } from "@/lib/messaging/render/letters/posting";
import type { LetterContent } from "@/lib/messaging/render/letter-content";
import type { RequestTemplate } from "@/lib/messaging/template";
import { authorise, type Viewer } from "@/lib/queries/staff/viewer";

/** A letter about a request, to print; `to`: where it goes, as far as that is known; `subjectRef`: which member it is about. */
export type LetterToPrint = LetterContent & {
  readonly to: readonly string[];
  readonly subjectRef: string | null;
};

/** Whom a letter goes to: a member's name and address, or what an unknown person gave. */
async function addressee({ panel: { organisationId, id: panelId } }: Viewer, requestId: string) {
  const request = await database().dataSubjectRequest.findFirst({
    where: { organisationId, panelId, id: requestId },
    select: { subjectRef: true, requesterName: true, replyTo: true },
  });
  if (request === null) return null;
  const { subjectRef, requesterName, replyTo } = request;
  const member =
    subjectRef === null
      ? null
      : await database().member.findFirst({
          where: { organisationId, panelId, subjectRef, state: { not: "erased" } },
        });
  if (member === null) return { memberId: null, subjectRef, to: [requesterName, replyTo] };
  const { addressLine1, addressLine2, town, postcode, givenName, familyName } = member;
  return {
    ...{ memberId: member.id, subjectRef },
    to: [`${givenName} ${familyName}`, addressLine1, addressLine2, town, postcode],
  };
}

/** The same words that the mail has, for somebody whom no mail reaches; null when there is nothing to say of this kind. */
export async function getLetter(
  viewer: Viewer,
  requestId: string,
  template: RequestTemplate,
  clockEventId = "",
): Promise<LetterToPrint | null> {
  authorise(viewer, "rightsRequest.answer");
  const to = await addressee(viewer, requestId);
  if (to === null) return null;
  const posting = {
    ...{ organisationId: viewer.panel.organisationId, deliveryId: "", template, memberId: to.memberId },
    ...{
      joinRequestId: null,
      signInRequestId: null,
      subjectIds: { rightsRequestId: requestId, clockEventId },
    },
  };
  try {
    const source = { db: database(), panel: viewer.panel, posting, at: now() };
    const letter = await letters[template](source);
    return { ...letter, subjectRef: to.subjectRef, to: to.to.flatMap((line) => line || []) };
  } catch (fault) {
    if (fault instanceof NothingToSend) return null;
    throw fault;
  }
}
