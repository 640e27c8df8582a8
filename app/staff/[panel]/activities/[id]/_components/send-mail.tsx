import { randomUUID } from "node:crypto";
import { getTranslations } from "next-intl/server";
import { Section } from "@/components/content/card";
import { InsetText, NotificationBanner } from "@/components/content/notice";
import { Form } from "@/components/form/form";
import { now } from "@/lib/clock";
import { questionsAbout, refusedToAll, type ContentReview } from "@/lib/policy/content-review";
import { promotionalElements } from "@/lib/policy/message-kind";
import { countReviewed } from "@/lib/queries/mailing/count-reviewed";
import { isGuests, type MailingAudience } from "@/lib/schemas/audience";
import { reviewQuery } from "@/lib/schemas/audience-mailing";
import { sendMailing } from "../preview/actions";
import { AudienceWords } from "./audience-words";
import { NobodyLeft } from "./nobody-left";
import { reviewFields } from "./review-fields";
import { audienceOf, countTold, kindOf, type Sending } from "./sending";
import type { MailWords } from "./shown-mail";

type Props = {
  sending: Sending;
  audience: MailingAudience;
  words: MailWords;
  review: ContentReview;
  page: "preview" | "reminder" | "tell";
};

/** How many match and how many of them would be sent it now; `exact` is false where only sending will tell. */
async function countOf({ sending, audience, review }: Props) {
  if (isGuests(audience)) {
    const { matched, willBeTold } = await countTold(sending, audience, review);
    return { matched, count: willBeTold ?? matched, exact: true };
  }
  const kind = kindOf(sending, audience);
  const { matched, willBeInvited, exact } = await countReviewed({
    ...audienceOf(sending, audience),
    kind,
    review,
  });
  return { matched, count: willBeInvited, exact };
}

/** Why it may go to nobody because of what it says; null when that is no reason. */
function refusedNow({ sending, audience, review }: Props) {
  const { granted, purpose } = sending;
  const mailing = {
    kind: kindOf(sending, audience),
    purposeKey: purpose.key,
    channel: "email",
    review,
  } as const;
  const code = refusedToAll(granted.panel.document, mailing, now().getTime());
  if (code === null) return null;
  return code === "message.unnecessary" ? ("unnecessary" as const) : ("promotional" as const);
}

/** What the sender vouches for: it decides under which law the mail goes. */
async function vouched({ sending, audience }: Props) {
  const t = await getTranslations("staff.preview");
  const { purpose } = sending;
  return questionsAbout(kindOf(sending, audience), purpose).length > 0
    ? { label: t("reviewed") }
    : { label: t("reviewedOther", { purpose: purpose.name }) };
}

/** Words that often promote something, so that nobody overlooks them; the sender decides. */
async function Flagged({ sending, audience, words }: Props) {
  const t = await getTranslations("staff.preview");
  const text = [words.subject, words.opening, sending.activity.title, sending.activity.summary].join("\n");
  const found = promotionalElements(kindOf(sending, audience), text);
  if (found.length === 0) return null;
  return (
    <InsetText>
      {t("flagged")} {found.map((each) => t("flaggedWords", { words: each.words })).join(" ")}
    </InsetText>
  );
}

/** What is asked before sending: the words once more, what they say, and that somebody read them. */
async function fieldsOf(props: Props) {
  const t = await getTranslations("staff.preview");
  const { sending, audience } = props;
  const questions = questionsAbout(kindOf(sending, audience), sending.purpose);
  const fields = [
    { kind: "text", name: "subject", label: t("subject"), width: "full", maxLength: 150 },
    {
      ...{ kind: "textarea", name: "opening", label: t("opening"), hint: t("openingHint") },
      ...{ optional: true, maxLength: 1_500 },
    },
    ...(await reviewFields(questions)),
    { kind: "singleCheckbox", name: "reviewed", ...(await vouched(props)) },
  ] satisfies Parameters<typeof Form>[0]["fields"];
  return { questions, fields };
}

/** The press that sends. Its key is made with the page: pressing twice sends once. */
export async function SendMail(props: Props) {
  const { sending, audience, words, review, page } = props;
  const t = await getTranslations("staff.preview");
  const { granted, activity } = sending;
  const [{ matched, count, exact }, { questions, fields }] = await Promise.all([
    countOf(props),
    fieldsOf(props),
  ]);
  const refused = refusedNow(props);
  if (count === 0 && exact && refused === null) return <NobodyLeft sending={sending} />;
  const answered = reviewQuery(review);
  const chosen = Object.fromEntries(
    Object.entries(answered).flatMap(([key, value]) => (value ? [[key, value]] : [])),
  );
  return (
    <Section
      title={t("sendTitle")}
      lead={refused === null ? t("to", { count, left: matched - count }) : null}
    >
      {refused === null ? null : (
        <NotificationBanner tone="danger" title={t("nobodyMay")}>
          <p>{t(`nobodyMayHint.${refused}`)}</p>
        </NotificationBanner>
      )}
      {exact ? null : <InsetText>{t("notExact")}</InsetText>}
      <AudienceWords audience={audience} />
      <Flagged {...props} />
      <Form
        key={JSON.stringify([words, chosen])}
        action={sendMailing}
        submit={refused === null ? t("send", { count }) : t("update")}
        hidden={{
          panel: granted.panel.slug,
          activity: activity.id,
          audience: JSON.stringify(audience),
          key: randomUUID(),
          page,
          shownSubject: words.subject,
          shownOpening: words.opening,
          shownReview: new URLSearchParams(chosen).toString(),
          asked: questions.join(" "),
          ...(refused === null ? {} : { press: "look" }),
        }}
        initial={{ ...words, ...chosen }}
        fields={fields}
        {...(refused === null ? { secondary: [{ name: "press", value: "look", label: t("update") }] } : {})}
      />
    </Section>
  );
}
