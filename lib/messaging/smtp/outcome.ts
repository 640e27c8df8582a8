// What became of one hand-over to the mail server, from what the server said and how far we were.

/** `envelope`: nothing of the message was transferred yet. `content`: some or all of it may have been. */
export type Stage = "envelope" | "content";

export type Outcome =
  | { readonly kind: "sent" }
  /** The server refused this message for good. `bounced` when it said that the address takes no mail. */
  | { readonly kind: "failed"; readonly code: string; readonly bounced: boolean }
  /** Not sent, for sure; may be tried again. `serverFault` when the whole server, not this message, is at fault. */
  | { readonly kind: "notSent"; readonly code: string; readonly serverFault: boolean }
  /** The message may or may not have arrived. */
  | { readonly kind: "unknown"; readonly code: string };

/** What nodemailer tells about a fault. */
export type SmtpFault = { readonly responseCode?: number; readonly code?: string; readonly command?: string };

const addressFaults = new Set([550, 551, 553]);

/**
 * Judges a fault. A definite reply is believed whenever it came; without one, a message whose content had begun to leave
 * is `unknown`, because the server may have taken it (RFC 1047, RFC 5321 4.5.3.2.6).
 */
export function outcomeOf(fault: SmtpFault, stage: Stage): Outcome {
  const reply = fault.responseCode;
  const code = reply === undefined ? (fault.code ?? "fault") : `smtp.${reply}`;
  if (reply === undefined || reply === 421) {
    return stage === "content" ? { kind: "unknown", code } : { kind: "notSent", code, serverFault: true };
  }
  if (fault.code === "EAUTH" || reply === 530 || reply === 535)
    return { kind: "notSent", code, serverFault: true };
  if (reply >= 500) {
    return { kind: "failed", code, bounced: fault.command === "RCPT TO" && addressFaults.has(reply) };
  }
  return { kind: "notSent", code, serverFault: false };
}
