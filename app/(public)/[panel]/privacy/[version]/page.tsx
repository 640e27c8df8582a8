import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { getNotice, listNotices } from "@/lib/queries/notice/get-notice";
import { NoticePage } from "../../../_components/notice-page";
import { panelOr404 } from "../../../_components/panel-or-404";

type Props = { params: Promise<{ panel: string; version: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("public.privacy");
  return { title: t("title") };
}

/** One version, at an address that always shows the same words. */
export default async function PrivacyVersion({ params }: Props) {
  const { panel: slug, version } = await params;
  const panel = await panelOr404(slug);
  if (!/^[1-9]\d{0,5}$/.test(version)) notFound();
  const [notice, versions] = await Promise.all([getNotice(panel, Number(version)), listNotices(panel)]);
  if (notice === null) notFound();
  return <NoticePage panel={panel} notice={notice} versions={versions} />;
}
