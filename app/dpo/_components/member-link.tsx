import type { Granted } from "@/lib/auth/require-actor";
import { may } from "@/lib/policy/permission";
import { dpoPath } from "./paths";

type Props = { granted: Granted; reference: string };

/** A member by reference: the way to their history for whoever may read it, and the reference alone for others. */
export function MemberLink({ granted: { actor, panel }, reference }: Props) {
  if (!may(actor, "consentHistory.read", panel.id)) return <span className="reference">{reference}</span>;
  return (
    <a href={dpoPath(panel.slug, `members/${reference}`)} className="reference">
      {reference}
    </a>
  );
}
