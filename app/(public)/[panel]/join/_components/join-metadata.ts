import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { pageTitle } from "@/app/_titles/page-title";
import { panelOr404, type PanelParams } from "../../../_components/panel-or-404";

type Page = "details" | "choices" | "about" | "equality" | "check";

/** The browser title of a page of the journey: what it asks, then whose panel it is. */
export function joinMetadata(page: Page) {
  return async ({ params }: PanelParams): Promise<Metadata> => {
    const panel = await panelOr404((await params).panel);
    const t = await getTranslations("join");
    return { title: { absolute: await pageTitle(t(`${page}.heading`), panel.name) } };
  };
}
