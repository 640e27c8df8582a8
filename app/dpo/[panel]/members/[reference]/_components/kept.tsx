import { getTranslations } from "next-intl/server";
import type { Granted } from "@/lib/auth/require-actor";
import { keptBy } from "@/lib/queries/legal-hold/kept-by";
import { listHoldsOn } from "@/lib/queries/legal-hold/list-holds-on";
import type { Subject } from "@/lib/queries/trail/find-subject";
import { KeptBanner } from "../../../../_components/kept-banner";
import { holdPath } from "../../../legal-holds/_components/hold-path";

type Props = { granted: Granted; subject: Subject };

/** What keeps a person's details past their day now, with the way to each legal hold. Nothing when nothing does. */
export async function Kept({ granted, subject: { memberId, reference } }: Props) {
  const [by, t] = await Promise.all([keptBy(granted.panel, memberId), getTranslations("holds")]);
  if (by === null) return null;
  const { slug } = granted.panel;
  const holds = by === "legalHold" ? await listHoldsOn(granted, memberId) : [];
  return (
    <KeptBanner slug={slug} reference={reference} keptBy={by} tone="info">
      {holds.length === 0 ? undefined : (
        <ul>
          {holds.map(({ id, everyone, ground }) => (
            <li key={id}>
              <a href={holdPath(slug, id)}>
                {t(everyone ? "ofMember.everyone" : "ofMember.own", { ground: t(`ground.${ground}`) })}
              </a>
            </li>
          ))}
        </ul>
      )}
    </KeptBanner>
  );
}
