import accountability from "@/messages/en/accountability.json";
import catalogue from "@/messages/en/catalogue.json";
import checkpoints from "@/messages/en/checkpoints.json";
import decisions from "@/messages/en/decisions.json";
import design from "@/messages/en/design.json";
import disposals from "@/messages/en/disposals.json";
import dpo from "@/messages/en/dpo.json";
import errors from "@/messages/en/errors.json";
import fault from "@/messages/en/fault.json";
import form from "@/messages/en/form.json";
import holds from "@/messages/en/holds.json";
import join from "@/messages/en/join.json";
import known from "@/messages/en/known.json";
import mail from "@/messages/en/mail.json";
import member from "@/messages/en/member.json";
import notices from "@/messages/en/notices.json";
import policy from "@/messages/en/policy.json";
import policyRegister from "@/messages/en/policyRegister.json";
import publicPages from "@/messages/en/public.json";
import receipts from "@/messages/en/receipts.json";
import record from "@/messages/en/record.json";
import requests from "@/messages/en/requests.json";
import screening from "@/messages/en/screening.json";
import signin from "@/messages/en/signin.json";
import staff from "@/messages/en/staff.json";
import suppressions from "@/messages/en/suppressions.json";
import surveys from "@/messages/en/surveys.json";
import trail from "@/messages/en/trail.json";
import why from "@/messages/en/why.json";

const english = {
  accountability,
  catalogue,
  checkpoints,
  decisions,
  design,
  disposals,
  dpo,
  errors,
  fault,
  form,
  holds,
  join,
  known,
  mail,
  member,
  notices,
  policy,
  policyRegister,
  public: publicPages,
  receipts,
  record,
  requests,
  screening,
  signin,
  staff,
  suppressions,
  surveys,
  trail,
  why,
};

/** One language's words, one namespace per file of `messages/<locale>/`. Another language must fill the same shape. */
export type Messages = typeof english;

const byLocale = { en: english } satisfies Record<string, Messages>;

/** The languages that have words. */
export type Locale = keyof typeof byLocale;

/** All words of one language. Imported statically, so a missing file fails the build and not a page. */
export function messagesFor(locale: Locale): Messages {
  return byLocale[locale];
}
