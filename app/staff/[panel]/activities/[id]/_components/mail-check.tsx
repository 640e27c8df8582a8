import { randomUUID } from "node:crypto";
import { getTranslations } from "next-intl/server";
import { Section } from "@/components/content/card";
import { NotificationBanner } from "@/components/content/notice";
import { Form } from "@/components/form/form";
import { countAudience } from "@/lib/queries/mailing/count-audience";
import type { GuestCount } from "@/lib/queries/staff/count-guests";
import { isGuests, type MailingAudience } from "@/lib/schemas/audience";
import type { MailWordsTyped } from "@/lib/schemas/audience-mailing";
import { sendMailing } from "../preview/actions";
import { AudienceWords } from "./audience-words";
import { subjectFor } from "./mail-words";
import { audienceOf, countTold, type Sending } from "./sending";
import { NobodyLeft } from "./nobody-left";
import { ShownMail, type MailWords } from "./shown-mail";

type Props = {
  sending: Sending;
  audience: MailingAudience;
  typed: MailWordsTyped;
  /** The page this is on: typed words are shown there. */
  page: "preview" | "reminder" | "tell";
};

type SendProps = Pick<Props, "sending" | "audience" | "page"> & { words: MailWords };

/** How many match, and how many of them would be sent it now; null when that is not known before sending. */
async function countOf(
  sending: Sending,
  audience: MailingAudience,
): Promise<Pick<GuestCount, "matched" | "willBeTold">> {
  if (isGuests(audience)) return countTold(sending, audience);
  const { matched, willBeInvited } = await countAudience(audienceOf(sending, audience));
  return { matched, willBeTold: willBeInvited };
}

/** What the sender vouches for: it decides under which law the mail goes. */
async function vouched({ purpose }: Sending, audience: MailingAudience) {
  const t = await getTranslations("staff.preview");
  if (isGuests(audience)) return { label: t("reviewedNotice"), hint: t("reviewedNoticeHint") };
  if (purpose.messageKind === "research") return { label: t("reviewed"), hint: t("reviewedHint") };
  return { label: t("reviewedOther", { purpose: purpose.name }) };
}

/** The press that sends. Its key is made with the page: pressing twice sends once. */
async function Send({ sending, audience, words, page }: SendProps) {
  const t = await getTranslations("staff.preview");
  const { granted, activity } = sending;
  const { matched, willBeTold } = await countOf(sending, audience);
  const count = willBeTold ?? matched;
  if (count === 0) return <NobodyLeft sending={sending} />;
  return (
    <Section title={t("sendTitle")} lead={t("to", { count, left: matched - count })}>
      <AudienceWords audience={audience} />
      <Form
        key={`${words.subject}\n${words.opening}`}
        action={sendMailing}
        submit={t("send", { count })}
        hidden={{
          panel: granted.panel.slug,
          activity: activity.id,
          audience: JSON.stringify(audience),
          key: randomUUID(),
          page,
          shownSubject: words.subject,
          shownOpening: words.opening,
        }}
        initial={words}
        fields={[
          { kind: "text", name: "subject", label: t("subject"), width: "full", maxLength: 150 },
          {
            ...{ kind: "textarea", name: "opening", label: t("opening"), hint: t("openingHint") },
            ...{ optional: true, maxLength: 1_500 },
          },
          { kind: "singleCheckbox", name: "reviewed", ...(await vouched(sending, audience)) },
        ]}
        secondary={[{ name: "press", value: "look", label: t("update") }]}
      />
    </Section>
  );
}

/** The mail as each person receives it, the words that can be changed, and the press that sends exactly this. */
export async function MailCheck({ sending, audience, typed, page }: Props) {
  const t = await getTranslations("staff.preview");
  const { activity, open } = sending;
  // A notice is about what still takes place, or is off: answers need not be taken any more.
  if (!open && !isGuests(audience)) return <NotificationBanner tone="warning" title={t("over")} />;
  const words = {
    subject: typed.subject ?? (await subjectFor(activity, audience)),
    opening: typed.opening ?? "",
  };
  return (
    <>
      {typed.unseen === "1" ? (
        <NotificationBanner tone="warning" title={t("unseen")} announce>
          <p>{t("unseenMeans")}</p>
        </NotificationBanner>
      ) : null}
      <ShownMail sending={sending} audience={audience} words={words} />
      <Send sending={sending} audience={audience} words={words} page={page} />
    </>
  );
}
