import { database } from "@/lib/db/client";
import type { RuleFinding } from "@/lib/policy/gate/explain";
import type { Channel } from "@/lib/policy/vocabulary";
import type { PanelView } from "@/lib/queries/panel/get-panel";

/** An entry of the trail that a rule's facts come from. */
export type RuleEntry = { readonly seq: string; readonly eventType: string; readonly effectiveAt: Date };

const decided = ["given", "refused", "withdrawn", "objected", "expired"].map((one) => `consent.${one}`);

/** Which kinds of entries say what a rule looked at. */
const kinds: Readonly<Partial<Record<RuleFinding["rule"], readonly string[]>>> = {
  member: ["member.joined", "member.left", "member.restricted", "member.restrictionLifted", "notice.shown"],
  no: [...decided, "suppression.added", "suppression.lifted"],
  address: ["contactPoint.verified"],
  permission: decided,
  pause: ["member.paused", "member.resumed"],
};
const all = [...new Set(Object.values(kinds).flat())];
const most = 100;

type Row = { readonly seq: bigint; readonly eventType: string; readonly effectiveAt: Date };

/** The newest entries of one person's trail that bear on a purpose and channel, by the rule that looks at them. */
export async function listRuleEntries(
  { organisationId, id: panelId }: PanelView,
  subjectRef: string,
  about: { readonly purposeKey: string; readonly channel: Channel },
): Promise<(rule: RuleFinding["rule"]) => readonly RuleEntry[]> {
  const rows = await database().$queryRaw<Row[]>`
    select seq, event_type as "eventType", effective_at as "effectiveAt" from ledger_entry
    where organisation_id = ${organisationId}::uuid and panel_id = ${panelId}::uuid
      and subject_ref = ${subjectRef}::uuid and event_type = any(${all})
      and (purpose_key is null or purpose_key = ${about.purposeKey})
      and (channel is null or channel = ${about.channel}::channel)
    order by seq desc limit ${most}`;
  const entries = rows.map(({ seq, ...rest }) => ({ seq: String(seq), ...rest }));
  return (rule) => entries.filter(({ eventType }) => kinds[rule]?.includes(eventType) === true);
}
