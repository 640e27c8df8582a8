import type { Need, Row, Rows } from "./routes";

function policyRow(needs: Need, rest: string): Row {
  return { needs, at: `/dpo/{panel}/policy${rest}` };
}

/** The pages of a policy. Without a draft, and while somebody decides on it, the forms lead to the draft's own page. */
export const policyRoutes: Rows = {
  "/dpo/[panel]/policy": policyRow("policy.view", ""),
  "/dpo/[panel]/policy/draft": policyRow("policy.view", "/draft"),
  "/dpo/[panel]/policy/draft/changes": policyRow("policy.view", "/draft/changes"),
  "/dpo/[panel]/policy/draft/discard": policyRow("policy.edit", "/draft/discard"),
  "/dpo/[panel]/policy/draft/document": policyRow("policy.edit", "/draft/document"),
  "/dpo/[panel]/policy/draft/[part]/[id]": policyRow("policy.edit", "/draft/purposes/research"),
  "/dpo/[panel]/policy/draft/[part]/[id]/remove": policyRow("policy.edit", "/draft/purposes/research/remove"),
  "/dpo/[panel]/policy/history": policyRow("policy.view", "/history"),
  "/dpo/[panel]/policy/history/[number]": policyRow("policy.view", "/history/1"),
  "/dpo/[panel]/policy/told": policyRow("policy.view", "/told"),
};
