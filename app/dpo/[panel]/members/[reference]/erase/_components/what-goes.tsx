import { getTranslations } from "next-intl/server";
import { SummaryList } from "@/components/content/summary-list";
import type { ErasurePreview } from "@/lib/queries/member/get-erasure";
import { moments } from "../../../../../_components/moments";

/** What an erasure takes away, and what it leaves and why. */
export async function WhatGoes({ preview }: { preview: ErasurePreview }) {
  const [t, { count }] = await Promise.all([getTranslations("dpo.erase"), moments()]);
  const { messages, waitingMessages: waiting, answers, stops, entries } = preview;
  const goes = [
    { key: "details", label: t("details"), value: t("detailsWords") },
    { key: "engagement", label: t("engagement"), value: t("engagementWords", { answers }) },
    { key: "messages", label: t("messages"), value: t("messagesWords", { messages, waiting }) },
    { key: "key", label: t("key"), value: t("keyWords") },
    { key: "sessions", label: t("sessions"), value: t("sessionsWords") },
  ];
  const stays = [
    { key: "trail", label: t("trail"), value: t("trailWords", { entries: count(entries) }) },
    { key: "stops", label: t("stops"), value: t("stopsWords", { stops }) },
    { key: "cases", label: t("cases"), value: t("casesWords") },
    { key: "backups", label: t("backups"), value: t("backupsWords") },
  ];
  return (
    <>
      <SummaryList rows={goes} card={t("goes")} />
      <SummaryList rows={stays} card={t("stays")} />
    </>
  );
}
