import { randomUUID } from "node:crypto";
import { getTranslations } from "next-intl/server";
import { Section } from "@/components/content/card";
import { MailPreview } from "@/components/content/mail-preview";
import { Details, NotificationBanner } from "@/components/content/notice";
import { Form } from "@/components/form/form";
import { countAudience } from "@/lib/queries/mailing/count-audience";
import { getMailPreview } from "@/lib/queries/staff/get-mail-preview";
import { audienceQuery, type Audience } from "@/lib/schemas/audience";
import { staffPath } from "../../../../_components/paths";
import { sendMailing } from "../preview/actions";
import { subjectFor } from "./mail-words";
import type { Sending } from "./sending";
import { WordsForm } from "./words-form";

type Props = {
  sending: Sending;
  audience: Audience;
  typed: { subject?: string | undefined; opening?: string | undefined };
  /** The page's own address: the words are changed there. */
  here: string;
};

type SendProps = { sending: Sending; audience: Audience; words: { subject: string; opening: string } };

/** The press that sends. Its key is made with the page: pressing twice sends once. */
async function Send({ sending: { granted, activity, purpose }, audience, words }: SendProps) {
  const t = await getTranslations("staff.preview");
  const { panel } = granted;
  const of = { panel, activityId: activity.id, purposeKey: purpose.key, channel: "email" as const, audience };
  const { matched, willBeInvited } = await countAudience(of);
  if (willBeInvited === 0) return <NotificationBanner tone="warning" title={t("nobody")} />;
  const research = purpose.messageKind === "research";
  return (
    <Section title={t("sendTitle")} lead={t("to", { count: willBeInvited, left: matched - willBeInvited })}>
      <Form
        action={sendMailing}
        submit={t("send", { count: willBeInvited })}
        hidden={{
          panel: panel.slug,
          activity: activity.id,
          audience: JSON.stringify(audience),
          key: randomUUID(),
          ...words,
        }}
        fields={[
          {
            kind: "singleCheckbox",
            name: "reviewed",
            label: research ? t("reviewed") : t("reviewedOther", { purpose: purpose.name }),
            hint: research ? t("reviewedHint") : undefined,
          },
        ]}
      />
    </Section>
  );
}

/** The mail as each person receives it, the words that can be changed, and the press that sends exactly this. */
export async function MailCheck({ sending, audience, typed, here }: Props) {
  const t = await getTranslations("staff.preview");
  const { granted, activity, open } = sending;
  if (!open) return <NotificationBanner tone="warning" title={t("over")} />;
  const words = {
    subject: typed.subject ?? (await subjectFor(activity, audience)),
    opening: typed.opening ?? "",
  };
  const preview = await getMailPreview(granted, { activity, audience, words, name: t("sample") });
  if (preview === null) return <NotificationBanner tone="warning" title={t("over")} />;
  const query = { ...audienceQuery(audience), ...words };
  return (
    <>
      <WordsForm action={here} audience={audience} words={words} />
      <MailPreview
        subject={preview.subject}
        from={preview.from}
        fromLabel={t("from")}
        subjectLabel={t("subject")}
        frame={staffPath(granted.panel.slug, `activities/${activity.id}/preview/mail-frame`, query)}
        note={t("note")}
      />
      <Details summary={t("text")}>
        <pre className="mail-text" tabIndex={0}>
          {preview.text}
        </pre>
      </Details>
      <Send sending={sending} audience={audience} words={words} />
    </>
  );
}
