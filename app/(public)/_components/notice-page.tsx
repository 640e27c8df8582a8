import { getFormatter, getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { noticePath } from "@/app/_notices/notice-path";
import { NotificationBanner } from "@/components/content/notice";
import { PageTitle } from "@/components/layout/page-title";
import { getNotice, listEditions, listNotices, type EditionKey } from "@/lib/queries/notice/get-notice";
import { getNoticeChange } from "@/lib/queries/notice/get-notice-change";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import { EditionLinks } from "./edition-links";
import { NoticeChanges } from "./notice-changes";
import { editionProps, NoticePart } from "./notice-text";
import { NoticeVersions } from "./notice-versions";
import { PublicPage } from "./public-page";

type Props = { panel: PanelView; number: number; edition?: EditionKey };

/** A privacy notice as it was published: the short part first, then everything, with its own address to quote. */
export async function NoticePage({ panel, number, edition }: Props) {
  const [notice, editions, versions] = await Promise.all([
    getNotice(panel, number, edition),
    listEditions(panel, number),
    listNotices(panel),
  ]);
  if (notice === null) notFound();
  const [t, format, change] = await Promise.all([
    getTranslations("notices.read"),
    getFormatter(),
    getNoticeChange(panel, notice),
  ]);
  const date = format.dateTime(notice.publishedAt, { day: "numeric", month: "long", year: "numeric" });
  const props = editionProps(notice);
  const easy = notice.format === "easyRead";
  const own = notice.sections.find(({ id }) => id === "what-changed");
  const [first, ...rest] = notice.sections.filter((section) => section !== own);
  return (
    <PublicPage panel={panel}>
      {notice.current ? null : (
        <NotificationBanner tone="warning" title={t("old")}>
          <p>
            {t("oldHint")} <a href={`/${panel.slug}/privacy`}>{t("newest")}</a>
          </p>
        </NotificationBanner>
      )}
      <PageTitle caption={t("version", { number: notice.number, date })}>
        {notice.title === null ? t("heading") : <span {...props}>{notice.title}</span>}
      </PageTitle>
      <EditionLinks panel={panel.slug} number={number} editions={editions} here={notice} />
      <article {...props} className="notice-text">
        {first === undefined ? null : <NoticePart section={first} easy={easy} />}
        <NoticeChanges change={change} own={own} easy={easy} />
        <nav aria-labelledby="contents" className="prose contents-list">
          <h2 id="contents" lang="en-GB" dir="ltr">
            {t("onThisPage")}
          </h2>
          <ul>
            {rest.map((section) => (
              <li key={section.id}>
                <a href={`#${section.id}`}>{section.heading}</a>
              </li>
            ))}
          </ul>
        </nav>
        {rest.map((section) => (
          <NoticePart key={section.id} section={section} easy={easy} />
        ))}
      </article>
      <NoticeVersions
        address={noticePath(panel.slug, number, notice)}
        hash={notice.contentHash}
        versions={versions.map((one) => ({ ...one, href: noticePath(panel.slug, one.number) }))}
      />
    </PublicPage>
  );
}
