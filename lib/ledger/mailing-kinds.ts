// Entries about mailings: who released which words, and what became of each message; a part of the catalogue.

const ofMailing = { required: ["mailingId"], screen: "trail" } as const;

export const mailingKinds = {
  "mailing.approved": {
    proves: "Who released which words to which audience, before anything was sent.",
    required: ["mailingId", "contentHash", "template", "kind"],
    optional: [
      ...(["activityId", "audienceHash", "matched"] as const),
      ...(["promotion", "incentive", "about", "occasion"] as const),
    ],
    screen: "trail",
  },
  "mailing.paused": {
    proves: "Who held a mailing back, and from when nothing more of it began.",
    ...ofMailing,
  },
  "mailing.resumed": {
    proves: "Who let a paused mailing go on.",
    ...ofMailing,
  },
  "mailing.stopped": {
    proves: "Who ended a mailing for good; what was not handed over by then was never sent.",
    ...ofMailing,
  },
  "mailing.finished": {
    proves: "What became of every message: the counts add up, and the root fixes each outcome.",
    required: ["mailingId", "matched", "sent", "suppressed", "failed", "unknown"],
    optional: ["leftOut", "outcomesRoot", "stopped"],
    screen: "trail",
  },
} as const;
