import { getTranslations } from "next-intl/server";
import type { Granted } from "@/lib/auth/require-actor";
import { may } from "@/lib/policy/permission";
import { staffPath } from "../../../../_components/paths";

/** What staff may write down about a member: what they told us, and what we were told about them. */
export async function MemberWays({ granted, reference }: { granted: Granted; reference: string }) {
  const [told, known, requests] = await Promise.all([
    getTranslations("decisions.told"),
    getTranslations("known"),
    getTranslations("requests.new"),
  ]);
  const { actor, panel } = granted;
  const own = `members/${reference}`;
  const ways = [
    { page: `${own}/told`, verb: "decision.record", label: told("link") },
    { page: `${own}/known`, verb: "member.mark", label: known("link") },
    { page: `requests/new?member=${reference}`, verb: "rightsRequest.receive", label: requests("staffLink") },
  ] as const;
  return ways
    .filter(({ verb }) => may(actor, verb, panel.id))
    .map(({ page, label }) => (
      <p key={page}>
        <a href={staffPath(panel.slug, page)}>{label}</a>
      </p>
    ));
}
