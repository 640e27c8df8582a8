import { getTranslations } from "next-intl/server";
import { MailPreview } from "@/components/content/mail-preview";
import { Details, NotificationBanner } from "@/components/content/notice";
import { getMailPreview } from "@/lib/queries/staff/get-mail-preview";
import { audienceQuery, type MailingAudience } from "@/lib/schemas/audience";
import { staffPath } from "../../../../_components/paths";
import type { Sending } from "./sending";

export type MailWords = { readonly subject: string; readonly opening: string };

type Props = { sending: Sending; audience: MailingAudience; words: MailWords };

/** The mail as each person receives it, as it looks and as plain text. */
export async function ShownMail({ sending: { granted, activity }, audience, words }: Props) {
  const t = await getTranslations("staff.preview");
  const preview = await getMailPreview(granted, { activity, audience, words, name: t("sample") });
  if (preview === null) return <NotificationBanner tone="warning" title={t("over")} />;
  const query = { ...audienceQuery(audience), ...words };
  return (
    <>
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
    </>
  );
}
