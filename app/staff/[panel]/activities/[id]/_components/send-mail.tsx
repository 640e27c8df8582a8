import { randomUUID } from "node:crypto";
import { getTranslations } from "next-intl/server";
import { Section } from "@/components/content/card";
import { InsetText, NotificationBanner } from "@/components/content/notice";
import { Form } from "@/components/form/form";
import { now } from "@/lib/clock";
import {
  meansTheSame,
  questionsAbout,
  refusedToAll,
  reviewQuestions,
  unanswered,
  type ContentReview,
} from "@/lib/policy/content-review";
import { promotionalElements } from "@/lib/policy/message-kind";
import { drawnOf } from "@/lib/policy/sample";
import { countReviewed } from "@/lib/queries/mailing/count-reviewed";
import { isGuests, sampleSize, type MailingAudience } from "@/lib/schemas/audience";
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

/** The answers that were given, as a form and an address hold them. */
function chosenIn(review: ContentReview): Record<string, string> {
  return Object.fromEntries(
    reviewQuestions.flatMap((question) => {
      const answer = review[question];
      return answer === null ? [] : [[question, answer] as const];
    }),
  );
}

/** How many match, how many of them would be sent it now, and how many may not be; `exact` is false where only sending will tell. */
async function countOf({ sending, audience, review }: Props) {
  if (isGuests(audience)) {
    const { matched, willBeTold } = await countTold(sending, audience, review);
    const count = willBeTold ?? matched;
    return { matched, count, left: matched - count, exact: true };
  }
  const kind = kindOf(sending, audience);
  const { matched, willBeInvited, exact } = await countReviewed({
    ...audienceOf(sending, audience),
    kind,
    review,
  });
  const count = drawnOf(willBeInvited, sampleSize(audience)).drawn;
  return { matched, count, left: matched - willBeInvited, exact };
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

/** Why nobody gets it because of what was answered, and what to do about that. */
async function Blocked({ refused }: { refused: ReturnType<typeof refusedNow> }) {
  const t = await getTranslations("staff.preview");
  return (
    <NotificationBanner tone="danger" title={t("nobodyMay")}>
      <p>{t(refused === null ? "nobodyMayHint.nobody" : `nobodyMayHint.${refused}`)}</p>
    </NotificationBanner>
  );
}

/** The form as it is sent: `chosen` are the answers that the page was counted with. */
function hiddenOf({ sending, audience, words, page }: Props, chosen: Record<string, string>) {
  return {
    panel: sending.granted.panel.slug,
    activity: sending.activity.id,
    audience: JSON.stringify(audience),
    key: randomUUID(),
    page,
    shownSubject: words.subject,
    shownOpening: words.opening,
    shownReview: new URLSearchParams(chosen).toString(),
  };
}

/** The press that sends. Its key is made with the page: pressing twice sends once. */
export async function SendMail(props: Props) {
  const { sending, audience, words, review } = props;
  const t = await getTranslations("staff.preview");
  const [{ matched, count, left, exact }, { questions, fields }] = await Promise.all([
    countOf(props),
    fieldsOf(props),
  ]);
  const refused = refusedNow(props);
  // Nobody is left whatever is answered; otherwise another answer may change it.
  const open = questions.includes("about") || !meansTheSame(review, unanswered);
  if (matched === 0 || (count === 0 && exact && !open)) return <NobodyLeft sending={sending} />;
  const nobody = count === 0 && exact;
  const chosen = chosenIn(review);
  return (
    <Section title={t("sendTitle")} lead={nobody ? null : t("to", { count, left })}>
      {nobody ? <Blocked refused={refused} /> : null}
      {exact ? null : <InsetText>{t("notExact")}</InsetText>}
      <AudienceWords audience={audience} />
      <Flagged {...props} />
      <Form
        key={JSON.stringify([words, chosen])}
        action={sendMailing}
        submit={nobody ? t("update") : t("send", { count })}
        hidden={{
          ...hiddenOf(props, chosen),
          asked: questions.join(" "),
          ...(nobody ? { press: "look" } : {}),
        }}
        initial={{ ...words, ...chosen }}
        fields={fields}
        secondary={nobody ? [] : [{ name: "press", value: "look", label: t("update") }]}
      />
    </Section>
  );
}
