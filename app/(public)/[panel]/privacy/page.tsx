import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { getNotice, listNotices } from "@/lib/queries/notice/get-notice";
import { NoticePage } from "../../_components/notice-page";
import { panelOr404, type PanelParams } from "../../_components/panel-or-404";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("public.privacy");
  return { title: t("title") };
}

/** The notice in force. */
export default async function Privacy({ params }: PanelParams) {
  const panel = await panelOr404((await params).panel);
  const [notice, versions] = await Promise.all([
    getNotice(panel, panel.privacyNoticeNumber),
    listNotices(panel),
  ]);
  if (notice === null) notFound();
  return <NoticePage panel={panel} notice={notice} versions={versions} />;
}
