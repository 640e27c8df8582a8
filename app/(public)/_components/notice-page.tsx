import { getFormatter, getTranslations } from "next-intl/server";
import { Details, NotificationBanner } from "@/components/content/notice";
import { PageTitle } from "@/components/layout/page-title";
import type { NoticeSection } from "@/lib/policy/notice";
import type { NoticeView } from "@/lib/queries/notice/get-notice";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import { PublicPage } from "./public-page";

type Version = { readonly number: number; readonly publishedAt: Date };
type Props = { panel: PanelView; notice: NoticeView; versions: readonly Version[] };

function Part({ section }: { section: NoticeSection }) {
  return (
    <section id={section.id} className="prose">
      <h2>{section.heading}</h2>
      {section.paragraphs.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
      {section.list === undefined ? null : (
        <ul>
          {section.list.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** A privacy notice as it was published: the short part first, then everything, with its own address to quote. */
export async function NoticePage({ panel, notice, versions }: Props) {
  const t = await getTranslations("public.privacy");
  const format = await getFormatter();
  const day = (date: Date) => format.dateTime(date, { day: "numeric", month: "long", year: "numeric" });
  const base = `/${panel.slug}/privacy`;
  const [first, ...rest] = notice.sections;
  return (
    <PublicPage panel={panel}>
      {notice.current ? null : (
        <NotificationBanner tone="warning" title={t("old")}>
          <p>
            {t("oldHint")} <a href={base}>{t("newest")}</a>
          </p>
        </NotificationBanner>
      )}
      <PageTitle caption={t("version", { number: notice.number, date: day(notice.publishedAt) })}>
        {t("heading")}
      </PageTitle>
      {first === undefined ? null : <Part section={first} />}
      <nav aria-labelledby="contents" className="prose">
        <h2 id="contents">{t("onThisPage")}</h2>
        <ul>
          {rest.map((section) => (
            <li key={section.id}>
              <a href={`#${section.id}`}>{section.heading}</a>
            </li>
          ))}
        </ul>
      </nav>
      {rest.map((section) => (
        <Part key={section.id} section={section} />
      ))}
      <Details summary={t("versions")}>
        <p>
          {t("permanent")} <a href={`${base}/${notice.number}`}>{`${base}/${notice.number}`}</a>
        </p>
        <ul>
          {versions.map(({ number, publishedAt }) => (
            <li key={number}>
              <a href={`${base}/${number}`}>{t("versionLink", { number })}</a>,{" "}
              {t("published", { date: day(publishedAt) })}
            </li>
          ))}
        </ul>
      </Details>
    </PublicPage>
  );
}
