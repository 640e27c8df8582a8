import { getFormatter, getTranslations } from "next-intl/server";
import { Section } from "@/components/content/card";
import type { VersionLine } from "@/lib/queries/notice/get-notice";

type Props = {
  address: string;
  hash: string;
  versions: readonly (VersionLine & { readonly href: string })[];
};

/** Where this text always stays, its fingerprint, and every version there was. */
export async function NoticeVersions({ address, hash, versions }: Props) {
  const t = await getTranslations("notices.read");
  const format = await getFormatter();
  const day = (date: Date) => format.dateTime(date, { day: "numeric", month: "long", year: "numeric" });
  return (
    <Section title={t("versions")} lead={t("permanent")}>
      <dl className="notice-proof">
        <dt>{t("address")}</dt>
        <dd>
          <a href={address}>{address}</a>
        </dd>
        <dt>{t("hash")}</dt>
        <dd>
          <code>{hash}</code>
        </dd>
      </dl>
      <ul className="prose notice-versions">
        {versions.map(({ number, publishedAt, href }) => (
          <li key={number}>
            <a href={href}>{t("versionLink", { number })}</a>, {t("published", { date: day(publishedAt) })}
          </li>
        ))}
      </ul>
    </Section>
  );
}
