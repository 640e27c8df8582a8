// Applications to a panel that people join by rounds: the part of the catalogue (catalogue.ts) that is about them.

export const applicationKinds = {
  "application.submitted": {
    proves: "When this person applied, and in which round (law.md RT-1).",
    required: ["applicationId", "round"],
    screen: "memberHistory",
  },
  "application.decided": {
    proves: "Which person decided an application, how and why; never a computer (Article 22A; law.md LB-11).",
    required: ["applicationId", "round", "outcome"],
    optional: ["reasonCode", "previous"],
    screen: "memberHistory",
  },
} as const;
