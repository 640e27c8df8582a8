import { getTranslations } from "next-intl/server";
import type { AssessmentLine } from "@/lib/queries/accountability/list-assessments";

/** What rests on an assessment, and what has stopped because it does not count. */
export async function WhatRests({ assessment }: { assessment: AssessmentLine }) {
  const t = await getTranslations("accountability");
  const { purposes, fields, messagesPerDay, state } = assessment;
  const names = [...purposes, ...fields];
  if (names.length === 0) return <span className="text-muted">{t("nothingRests")}</span>;
  const effect = state === "inForce" ? null : t(purposes.length > 0 ? "paused" : "closed");
  return (
    <span>
      {names.join("; ")}
      {messagesPerDay === 0 ? null : (
        <span className="block text-muted">{t("perDay", { count: messagesPerDay })}</span>
      )}
      {effect === null ? null : <strong className="block">{effect}</strong>}
    </span>
  );
}
