import { getMailingProgress, type MailingProgress } from "@/lib/queries/mailing/get-mailing-progress";
import { countStopped } from "@/lib/queries/staff/count-stopped";
import type { Viewer } from "@/lib/queries/staff/viewer";
import { placeIn } from "../../../../_components/paths";

/** A mailing's progress, and how many of its messages staff stopped. */
export type Progress = MailingProgress & { readonly stopped: number };

/** The mailing as the page shows it, or null when the panel has no such mailing. */
export async function findMailing(viewer: Viewer, id: string): Promise<Progress | null> {
  const mailing = placeIn({ id }, "id") === undefined ? null : await getMailingProgress(viewer, id);
  return mailing === null ? null : { ...mailing, stopped: await countStopped(viewer, id) };
}

/** Where everyone who matched is: matched = left out + to send, to send = the sum of the rest. */
export type Books = {
  readonly matched: number;
  readonly leftOut: number;
  readonly toSend: number;
  readonly sent: number;
  /** Stopped by the gate at the last moment. */
  readonly suppressed: number;
  /** Stopped by staff. */
  readonly stopped: number;
  readonly failed: number;
  readonly unknown: number;
  readonly waiting: number;
  /** Erased since: what became of their messages is not known any more. */
  readonly erased: number;
};

export function booksOf({ matched, leftOut, deliveries, stopped, erased }: Progress): Books {
  const { queued, claimed, handingOver, sent, failed, unknown } = deliveries;
  const out = leftOut.reduce((sum, { count }) => sum + count, 0);
  const waiting = queued + claimed + handingOver;
  const suppressed = deliveries.suppressed - stopped;
  return {
    matched,
    leftOut: out,
    toSend: matched - out,
    sent,
    suppressed,
    stopped,
    failed,
    unknown,
    waiting,
    erased,
  };
}
