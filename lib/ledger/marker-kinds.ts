// Entries about what is known of a person beside their own choices; a part of the catalogue.

export const markerKinds = {
  "objection.decided": {
    proves:
      "Who decided about this objection, when and which way (Articles 12, 18 and 21). Never the reasons.",
    required: ["objectionOutcomeId", "outcome"],
    screen: "memberHistory",
    dpoWork: true,
  },
  "objection.told": {
    proves:
      "From when the person knew what was decided about their objection, and how they were told (Articles 12(3), 18(3)).",
    required: ["objectionOutcomeId", "place"],
    optional: ["evidenceSealed"],
    screen: "memberHistory",
    dpoWork: true,
  },
  "member.marked": {
    proves: "From when the person is known to have died, or is not visited; or that this was wrong.",
    required: ["marker", "standing"],
    screen: "memberHistory",
    dpoWork: true,
  },
  "contactPoint.marked": {
    proves:
      "From when calls to a number are welcome, or a mailbox is known to be a company’s; or no longer (PECR regulations 21, 22).",
    required: ["contactPointId", "marker", "standing"],
    screen: "memberHistory",
    dpoWork: true,
  },
} as const;
