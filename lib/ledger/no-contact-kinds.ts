// Entries about the list of stops and the telephone preference registers; a part of the catalogue.

export const noContactKinds = {
  "suppression.added": {
    proves: "From this moment the address is on the do-not-contact list.",
    required: ["suppressionId", "source"],
    optional: ["consentRecordId", "receivedOn", "listUploadId", "evidenceSealed"],
    screen: "memberHistory",
    dpoWork: true,
  },
  "suppression.imported": {
    proves: "From this moment the addresses of a list are on the do-not-contact list. Never the addresses.",
    required: ["listUploadId", "added", "known"],
    screen: "trail",
    dpoWork: true,
  },
  "suppression.lifted": {
    proves: "The person decided again, and that decision took the address off the do-not-contact list.",
    required: ["suppressionId", "consentRecordId"],
    screen: "memberHistory",
  },
  "screening.recorded": {
    proves:
      "What the telephone preference registers said on a day, and who recorded it (PECR regulation 21, 26).",
    required: ["listUploadId", "screenedOn", "clear", "listed", "known"],
    screen: "trail",
    dpoWork: true,
  },
  "screening.exported": {
    proves: "Who took members' phone numbers out of the product to have them screened, and why (Article 32).",
    required: ["reasonCode"],
    screen: "trail",
    dpoWork: true,
  },
} as const;
