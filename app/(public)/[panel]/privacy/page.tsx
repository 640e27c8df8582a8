import { titlesIn } from "@/app/_titles/titles-in";
import { NoticePage } from "../../_components/notice-page";
import { panelOr404, type PanelParams } from "../../_components/panel-or-404";

export const generateMetadata = titlesIn("notices.read")("title");

/** The notice in force. */
export default async function Privacy({ params }: PanelParams) {
  const panel = await panelOr404((await params).panel);
  return <NoticePage panel={panel} number={panel.privacyNoticeNumber} />;
}
