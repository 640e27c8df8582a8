import type { MailingProgress } from "@/lib/queries/mailing/get-mailing-progress";

/** Where everyone who matched is: matched = left out + to send, to send = the sum of the rest. */
export type Books = {
  readonly matched: number;
  readonly leftOut: number;
  readonly toSend: number;
  readonly sent: number;
  readonly suppressed: number;
  readonly failed: number;
  readonly unknown: number;
  readonly waiting: number;
};

export function booksOf({ matched, leftOut, deliveries }: MailingProgress): Books {
  const { queued, claimed, handingOver, sent, suppressed, failed, unknown } = deliveries;
  const out = leftOut.reduce((sum, { count }) => sum + count, 0);
  const waiting = queued + claimed + handingOver;
  return { matched, leftOut: out, toSend: matched - out, sent, suppressed, failed, unknown, waiting };
}
