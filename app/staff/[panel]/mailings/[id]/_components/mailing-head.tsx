import { getTranslations } from "next-intl/server";
import { ConfirmationPanel } from "@/components/content/confirmation-panel";
import { NotificationBanner } from "@/components/content/notice";
import { ProgressBar } from "@/components/content/progress-bar";
import { Form } from "@/components/form/form";
import { PageTitle } from "@/components/layout/page-title";
import { may } from "@/lib/policy/permission";
import type { MailingProgress } from "@/lib/queries/mailing/get-mailing-progress";
import type { Viewer } from "@/lib/queries/staff/viewer";
import { resumeSending } from "../actions";
import { booksOf } from "./books";

type Props = { viewer: Viewer; mailing: MailingProgress };

async function Paused({ viewer, mailing }: Props) {
  const t = await getTranslations("staff.mailing");
  return (
    <NotificationBanner tone="danger" title={t("paused")}>
      <p>{t("pausedHint")}</p>
      {may(viewer.actor, "mailing.send", viewer.panel.id) ? (
        <Form
          action={resumeSending}
          hidden={{ panel: viewer.panel.slug, mailing: mailing.id }}
          fields={[]}
          submit={t("resume")}
          tone="secondary"
        />
      ) : null}
    </NotificationBanner>
  );
}

/** How it stands: starting, so many of so many, paused, or done. */
export async function MailingHead({ viewer, mailing }: Props) {
  const t = await getTranslations("staff.mailing");
  const { toSend, waiting, sent } = booksOf(mailing);
  if (mailing.state === "finished") {
    return (
      <ConfirmationPanel title={t("finishedTitle", { count: sent })}>
        <p>{mailing.subject}</p>
      </ConfirmationPanel>
    );
  }
  const done = toSend - waiting;
  return (
    <>
      <PageTitle>{mailing.subject}</PageTitle>
      {mailing.state === "paused" ? <Paused viewer={viewer} mailing={mailing} /> : null}
      {mailing.state === "expanding" ? (
        <ProgressBar
          label={t("starting")}
          done={done}
          total={toSend}
          note={t("soFar", { count: mailing.matched })}
        />
      ) : (
        <ProgressBar
          label={t("progress", { done, total: toSend })}
          done={done}
          total={toSend}
          note={t("waitingNote", { count: waiting })}
        />
      )}
    </>
  );
}
