// The words of requests: what people may ask for, what moves a request's clock, how one ends (UK GDPR 12, 15-21).

export const requestKinds = [
  "access",
  "rectification",
  "erasure",
  "restriction",
  "portability",
  "objection",
] as const;
export type RequestKind = (typeof requestKinds)[number];

export const clockKinds = [
  "identityAsked",
  "identityReceived",
  "authorityAsked",
  "authorityReceived",
  "feeAsked",
  "feePaid",
  "clarificationAsked",
  "clarificationReceived",
  "extended",
] as const;
export type RequestClockKind = (typeof clockKinds)[number];

/** What may be asked of the person, and what answers it. */
export const asked = {
  identity: ["identityAsked", "identityReceived"],
  authority: ["authorityAsked", "authorityReceived"],
  fee: ["feeAsked", "feePaid"],
  clarification: ["clarificationAsked", "clarificationReceived"],
} as const satisfies Record<string, readonly [RequestClockKind, RequestClockKind]>;
export type Asked = keyof typeof asked;
export const askable = Object.keys(asked) as readonly Asked[];

export const requestOutcomes = ["done", "partlyDone", "refused", "withdrawn"] as const;
export type RequestOutcome = (typeof requestOutcomes)[number];

/** Whether an outcome says no to something, so that it needs a ground, reasons and the ways on from there (12(4)). */
export function saysNo(outcome: RequestOutcome | null): boolean {
  return outcome === "refused" || outcome === "partlyDone";
}
