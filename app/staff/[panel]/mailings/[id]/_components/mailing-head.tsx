import { getTranslations } from "next-intl/server";
import { ConfirmationPanel } from "@/components/content/confirmation-panel";
import { NotificationBanner } from "@/components/content/notice";
import { ProgressBar } from "@/components/content/progress-bar";
import { PageTitle } from "@/components/layout/page-title";
import type { Viewer } from "@/lib/queries/staff/viewer";
import { booksOf, type Progress } from "./books";
import { Steering } from "./steering";

type Props = { viewer: Viewer; mailing: Progress };

async function Standstill({ mailing }: { mailing: Progress }) {
  const t = await getTranslations("staff.mailing");
  if (mailing.state === "paused") {
    const byStaff = mailing.pausedReason === "staff";
    const restored = mailing.pausedReason === "restored";
    return (
      <NotificationBanner
        tone={byStaff ? "warning" : "danger"}
        title={t(byStaff ? "pausedByStaff" : "paused")}
      >
        <p>{t(byStaff ? "pausedByStaffHint" : restored ? "pausedRestored" : "pausedHint")}</p>
      </NotificationBanner>
    );
  }
  return (
    <NotificationBanner tone="warning" title={t("stoppedTitle")}>
      <p>{t(mailing.expandedAt === null ? "stoppedEarlyHint" : "stoppedHint")}</p>
    </NotificationBanner>
  );
}

async function Progressed({ mailing }: { mailing: Progress }) {
  const t = await getTranslations("staff.mailing");
  const { toSend, waiting } = booksOf(mailing);
  const done = toSend - waiting;
  const starting = mailing.expandedAt === null;
  return (
    <ProgressBar
      label={starting ? t("starting") : t("progress", { done, total: toSend })}
      done={done}
      total={toSend}
      note={starting ? t("soFar", { count: mailing.matched }) : t("waitingNote", { count: waiting })}
    />
  );
}

/** How it stands: starting, so many of so many, paused, stopped, or done; and what can be done about it. */
export async function MailingHead({ viewer, mailing }: Props) {
  const t = await getTranslations("staff.mailing");
  if (mailing.state === "finished") {
    return (
      <ConfirmationPanel title={t("finishedTitle", { count: booksOf(mailing).sent })}>
        <p>{mailing.subject}</p>
      </ConfirmationPanel>
    );
  }
  const still = mailing.state === "paused" || mailing.state === "cancelled";
  return (
    <>
      <PageTitle>{mailing.subject}</PageTitle>
      {still ? <Standstill mailing={mailing} /> : null}
      {mailing.state === "cancelled" ? null : <Progressed mailing={mailing} />}
      <Steering viewer={viewer} mailing={mailing} />
    </>
  );
}
