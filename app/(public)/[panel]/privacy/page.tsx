import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NoticePage } from "../../_components/notice-page";
import { panelOr404, type PanelParams } from "../../_components/panel-or-404";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("notices.read");
  return { title: t("title") };
}

/** The notice in force. */
export default async function Privacy({ params }: PanelParams) {
  const panel = await panelOr404((await params).panel);
  return <NoticePage panel={panel} number={panel.privacyNoticeNumber} />;
}
