// What is known about a person or one of their addresses beside what they chose themselves (law.md 3.3 gate G, CN-8;
// PECR regs 21(4), 22(1)).

/** They died; or nobody calls at their door. */
export const memberMarkers = ["deceased", "doNotVisit"] as const;
export type MemberMarker = (typeof memberMarkers)[number];

/**
 * They told us that calls to this number are welcome; or the mailbox belongs to a corporate subscriber: a company, a limited
 * liability or Scottish partnership, a public body. Any other partnership counts as private persons (PECR reg 2(1)).
 */
export const lineMarkers = ["callsWelcome", "corporate"] as const;
export type LineMarker = (typeof lineMarkers)[number];

/** The kind of address that each can be said of. */
export const markedKind = { callsWelcome: "phone", corporate: "email" } as const satisfies Record<
  LineMarker,
  string
>;
