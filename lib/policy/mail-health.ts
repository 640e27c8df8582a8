// Mailbox providers take mail only from senders who prove themselves and are rarely complained about (Gmail and Yahoo since
// February 2024, Outlook.com since May 2025; RFC 6376, 7208, 7489; law.md EM-2).

export type SendingDomain = {
  readonly spf: boolean;
  readonly dkimAligned: boolean;
  readonly dmarcPolicy: "none" | "quarantine" | "reject" | null;
};

/** Why nothing can be scheduled from a domain yet; empty when it can. */
export function domainFlaws({
  spf,
  dkimAligned,
  dmarcPolicy,
}: SendingDomain): readonly ("spf" | "dkim" | "dmarc")[] {
  return [
    ...(spf ? [] : (["spf"] as const)),
    ...(dkimAligned ? [] : (["dkim"] as const)),
    ...(dmarcPolicy === null ? (["dmarc"] as const) : []),
  ];
}

/** What a complaint rate asks for: under 0.1 % is well, from 0.3 % on mailings stop by themselves. */
export function complaintHealth(complaints: number, delivered: number): "well" | "watch" | "pause" {
  if (!(delivered > 0)) return complaints > 0 ? "pause" : "well";
  const rate = complaints / delivered;
  if (rate >= 0.003) return "pause";
  return rate < 0.001 ? "well" : "watch";
}
