import { getTranslations } from "next-intl/server";
import { NotificationBanner } from "@/components/content/notice";
import type { Granted } from "@/lib/auth/require-actor";
import { editionSlug } from "@/lib/policy/notice-editions";
import { may } from "@/lib/policy/permission";
import type { NoticeVersion } from "@/lib/queries/notice/list-versions";
import { dpoPath } from "../../../_components/paths";
import { editionWords } from "./edition-words";

type Props = { granted: Granted; versions: readonly NoticeVersion[] };

/** Languages and formats that an earlier version had and the one in force has not: whoever needs them is left behind. */
export async function MissingEditions({ granted: { actor, panel }, versions }: Props) {
  const t = await getTranslations("notices.dpo");
  const nameOf = await editionWords();
  const [now, ...earlier] = versions;
  if (now === undefined) return null;
  const has = new Set(now.editions.map(editionSlug));
  const had = new Map(
    earlier.flatMap(({ editions }) => editions).map((edition) => [editionSlug(edition), edition] as const),
  );
  const missing = [...had].filter(([slug]) => !has.has(slug));
  if (missing.length === 0) return null;
  const mayAdd = may(actor, "notice.publish", panel.id);
  return (
    <NotificationBanner tone="warning" title={t("missing", { number: now.number })}>
      <ul>
        {missing.map(([slug, edition]) => (
          <li key={slug}>
            {mayAdd ? (
              <a href={dpoPath(panel.slug, `notices/${now.number}/${slug}`)}>{nameOf(edition)}</a>
            ) : (
              nameOf(edition)
            )}
          </li>
        ))}
      </ul>
    </NotificationBanner>
  );
}
