import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { NotificationBanner } from "@/components/content/notice";
import { PageTitle } from "@/components/layout/page-title";
import { BackLink } from "@/components/layout/way-back";
import { requireActor } from "@/lib/auth/require-actor";
import { editionAt } from "@/lib/policy/notice-editions";
import { may } from "@/lib/policy/permission";
import { listVersions } from "@/lib/queries/notice/list-versions";
import { DpoFrame } from "../../../_components/dpo-frame";
import { moments } from "../../../_components/moments";
import { dpoPath } from "../../../_components/paths";
import { AddEdition } from "../_components/add-edition";
import { EditionTable } from "../_components/edition-table";
import { editionWords } from "../_components/edition-words";
import { noticesTitle } from "../_components/metadata";
import { numberOr404 } from "../_components/version-or-404";

export const generateMetadata = noticesTitle("oneTitle");

export default async function NoticeVersionPage(props: PageProps<"/dpo/[panel]/notices/[version]">) {
  const { panel: slug, version: address } = await props.params;
  const { published } = await props.searchParams;
  const granted = await requireActor("notice.view", slug);
  const number = numberOr404(address);
  const version = (await listVersions(granted)).find((one) => one.number === number);
  if (version === undefined) notFound();
  const [t, when, nameOf] = await Promise.all([getTranslations("notices.dpo"), moments(), editionWords()]);
  const fresh = typeof published === "string" ? editionAt(published) : null;
  return (
    <DpoFrame
      granted={granted}
      width="page"
      current="notices"
      before={<BackLink href={dpoPath(slug, "notices")} />}
    >
      {fresh === null ? null : (
        <NotificationBanner tone="success" title={t("published", { what: nameOf(fresh) })} announce>
          <p>{t("publishedBody")}</p>
        </NotificationBanner>
      )}
      <PageTitle
        lead={t("versionLead", { day: when.day(version.publishedAt), policy: version.policyNumber })}
      >
        {t("version", { number })}
      </PageTitle>
      <EditionTable granted={granted} version={version} />
      {may(granted.actor, "notice.publish", granted.panel.id) ? (
        <AddEdition slug={slug} number={number} />
      ) : null}
    </DpoFrame>
  );
}
