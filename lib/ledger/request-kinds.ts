// Data subject rights requests: the part of the catalogue (catalogue.ts) that is about them. Codes and days only: what was
// asked and answered stands with the request.

export const requestKinds = {
  "request.received": {
    proves:
      "Which right somebody used, how and when that reached us, and by when they have an answer (Articles 12, 12A).",
    required: ["rightsRequestId", "right", "method", "receivedOn", "dueOn"],
    screen: "memberHistory",
    dpoWork: true,
  },
  "request.clock": {
    proves:
      "What stopped, restarted or lengthened the time for an answer, on which day, and by when it is due since (Article 12A).",
    required: ["rightsRequestId", "happening", "happenedOn", "dueOn"],
    optional: ["reasonCode"],
    screen: "memberHistory",
    dpoWork: true,
  },
  "request.recipientTold": {
    proves:
      "Which recipient of somebody's details was told to put right, erase or restrict them, confirmed it, or why neither can be (Article 19).",
    required: ["rightsRequestId", "recipientKey", "standing"],
    screen: "memberHistory",
    dpoWork: true,
  },
  "request.closed": {
    proves:
      "How a request ended, on which day, and whether that was in time (Article 12(3) to (5)). Never the reasons' words.",
    required: ["rightsRequestId", "right", "outcome", "dueOn", "inTime"],
    optional: ["reasonCode"],
    screen: "memberHistory",
    dpoWork: true,
  },
} as const;
