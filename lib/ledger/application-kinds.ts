// Applications to a panel that people join by rounds: the part of the catalogue (catalogue.ts) that is about them.

export const applicationKinds = {
  "application.submitted": {
    proves: "When this person applied, and in which round.",
    required: ["applicationId", "round"],
    screen: "memberHistory",
  },
  "application.decided": {
    proves: "Which person decided an application, how and why; never a computer (Article 22A).",
    required: ["applicationId", "round", "outcome"],
    optional: ["reasonCode", "previous"],
    screen: "memberHistory",
  },
} as const;
