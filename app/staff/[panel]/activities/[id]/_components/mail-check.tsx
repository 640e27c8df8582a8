import { NotificationBanner } from "@/components/content/notice";
import { getTranslations } from "next-intl/server";
import type { ContentReview } from "@/lib/policy/content-review";
import { isGuests, type MailingAudience } from "@/lib/schemas/audience";
import type { MailWordsTyped } from "@/lib/schemas/audience-mailing";
import { subjectFor } from "./mail-words";
import type { Sending } from "./sending";
import { SendMail } from "./send-mail";
import { ShownMail } from "./shown-mail";

type Props = {
  sending: Sending;
  audience: MailingAudience;
  typed: MailWordsTyped;
  /** What was answered about the words so far. */
  review: ContentReview;
  /** The page this is on: typed words are shown there. */
  page: "preview" | "reminder" | "tell";
};

const unseenWords = {
  words: { title: "unseen", means: "unseenMeans" },
  answers: { title: "unseenAnswers", means: "unseenAnswersMean" },
} as const;

/** The mail as each person receives it, the words that can be changed, and the press that sends exactly this. */
export async function MailCheck({ sending, audience, typed, review, page }: Props) {
  const t = await getTranslations("staff.preview");
  const { activity, open } = sending;
  // A notice is about what still takes place, or is off: answers need not be taken any more.
  if (!open && !isGuests(audience)) return <NotificationBanner tone="warning" title={t("over")} />;
  const words = {
    subject: typed.subject ?? (await subjectFor(activity, audience)),
    opening: typed.opening ?? "",
  };
  const unseen = typed.unseen === undefined ? null : unseenWords[typed.unseen];
  return (
    <>
      {unseen === null ? null : (
        <NotificationBanner tone="warning" title={t(unseen.title)} announce>
          <p>{t(unseen.means)}</p>
        </NotificationBanner>
      )}
      <ShownMail sending={sending} audience={audience} words={words} />
      <SendMail sending={sending} audience={audience} words={words} review={review} page={page} />
    </>
  );
}
