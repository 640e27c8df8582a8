import type { Tx } from "@/lib/db/transaction";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import type { MessageTemplate } from "../../template";

/** A delivery outside any mailing, as its letter sees it. */
export type Posting = {
  readonly organisationId: string;
  readonly deliveryId: string;
  readonly template: MessageTemplate;
  readonly memberId: string | null;
  readonly joinRequestId: string | null;
  readonly signInRequestId: string | null;
  readonly subjectIds: Readonly<Record<string, string | readonly string[]>>;
};

/** Where a letter's facts come from. */
export type LetterSource = {
  readonly db: Tx;
  readonly panel: PanelView;
  readonly posting: Posting;
  readonly at: Date;
};

/** What the letter is about is gone (the join request expired, the member was erased): there is nothing to send. */
export class NothingToSend extends Error {
  constructor(readonly code: string) {
    super(`Nothing to send: ${code}`);
  }
}

/** The member the letter is for. @throws NothingToSend when there is none. */
export async function memberOf({ db, posting }: LetterSource) {
  if (posting.memberId === null) throw new NothingToSend("member.missing");
  const member = await db.member.findUnique({
    where: { organisationId_id: { organisationId: posting.organisationId, id: posting.memberId } },
    select: { id: true, givenName: true, reference: true, joinedAt: true, leftAt: true, state: true },
  });
  if (member === null || member.state === "erased") throw new NothingToSend("member.missing");
  return member;
}

/** One id of the posting. @throws NothingToSend when it is not there. */
export function subjectId({ posting }: LetterSource, key: string): string {
  const id = posting.subjectIds[key];
  if (typeof id !== "string") throw new NothingToSend(`subject.${key}`);
  return id;
}
