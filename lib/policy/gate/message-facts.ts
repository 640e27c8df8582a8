// What is known about the words of one message: what its reviewer found, and what its finished body shows
// (law.md PE-1 to PE-6, PE-10; UK GDPR 4(1)(15A), 21(4); PECR regs 23, 24).

/** What a message offers in return for taking part (law.md PE-2). */
export const incentives = ["none", "thirdPartyVoucher", "ownGoods", "rentCredit"] as const;
export type Incentive = (typeof incentives)[number];

/** What still has to be said to someone who left the panel (law.md 3.3). */
export const lastingOccasions = ["reply", "closure", "breach", "noticeChange"] as const;
export type LastingOccasion = (typeof lastingOccasions)[number];

/** What a person found who read the words and confirmed their kind. Absent: nothing of the sort was found. */
export type ReviewedContent = {
  /** At least one element promotes something; that makes all of it direct marketing (PE-3). */
  readonly promotional?: boolean;
  /** It asks people to join or stay; direct marketing unless the debated point was settled otherwise (PE-6). */
  readonly recruits?: boolean;
  /** It raises money or sells; no public task makes that anything but direct marketing (PE-5). */
  readonly sellsOrFundraises?: boolean;
  readonly incentive?: Incentive;
  /** A service message that nobody needs to take part (3.3, service rows). */
  readonly unnecessary?: boolean;
  /** It is about the sender's own products or services, similar to those of the sale (PECR reg 22(3)(b)). */
  readonly similarProducts?: boolean;
  /** Why someone who left must still hear this. Absent: they need not. */
  readonly occasion?: LastingOccasion;
  /** The data protection officer's record that it is necessary and proportionate to the public task (PE-5). */
  readonly publicTaskSignOff?: string | null;
};

/** What the finished message shows, read from what will be sent and not from its template (law.md 13). */
export type RenderedMessage = {
  /** Who it is from; in a call, the caller's name is given. */
  readonly identityShown: boolean;
  /** How to say no is in it, simple and free. */
  readonly optOutOffered: boolean;
  /** The only way to say no is to reply. */
  readonly optOutByReply?: boolean;
  /** A reply reaches the sender; a text from a name instead of a number cannot be replied to (PE-10). */
  readonly senderReplyable?: boolean;
  /** The number that calls is shown, or one that can be rung back (PECR regs 19(2)(b), 21(A1)). */
  readonly callerLineShown?: boolean;
  /** An address or a free number is given (PECR reg 24). */
  readonly contactDetailsShown?: boolean;
  /** Its format, such as "largePrint"; absent: standard. */
  readonly format?: string;
};
