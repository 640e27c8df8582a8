import { getTranslations } from "next-intl/server";
import type { Granted } from "@/lib/auth/require-actor";
import { may } from "@/lib/policy/permission";
import { staffPath } from "../../../../_components/paths";

/** What staff may write down about a member: what they told us, and what we were told about them. */
export async function MemberWays({ granted, reference }: { granted: Granted; reference: string }) {
  const [told, known] = await Promise.all([getTranslations("decisions.told"), getTranslations("known")]);
  const { actor, panel } = granted;
  const ways = [
    { page: "told", verb: "decision.record", label: told("link") },
    { page: "known", verb: "member.mark", label: known("link") },
  ] as const;
  return ways
    .filter(({ verb }) => may(actor, verb, panel.id))
    .map(({ page, label }) => (
      <p key={page}>
        <a href={staffPath(panel.slug, `members/${reference}/${page}`)}>{label}</a>
      </p>
    ));
}
