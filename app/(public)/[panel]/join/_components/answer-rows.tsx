import { getTranslations } from "next-intl/server";
import type { SummaryAction, SummaryRow } from "@/components/content/summary-list";
import type { Field, PolicyDocument } from "@/lib/policy/document";
import { offeredPurposes } from "@/lib/policy/join-choices";
import { choiceName, optionsOf, reachOf } from "@/lib/schemas/join-answers";
import type { JoinDraft } from "@/lib/schemas/join-draft";
import { MailAddress } from "../../../_components/mail-address";
import { writePhoneNumber } from "@/lib/schemas/phone-number";

type Details = NonNullable<JoinDraft["details"]>;

async function change(href: string, what: string): Promise<SummaryAction[]> {
  const t = await getTranslations("join.check");
  return [{ href, label: t("change"), hidden: what.toLowerCase() }];
}

function addressLines({ addressLine1, addressLine2, town, postcode }: Details): string {
  return [addressLine1, addressLine2, town, postcode].filter((line) => line !== "").join(", ");
}

/** Name, e-mail, phone and address, each with its way back. */
export async function detailRows(details: Details, base: string): Promise<SummaryRow[]> {
  const t = await getTranslations("join.check");
  const phone = details.phone === "" ? "" : writePhoneNumber(details.phone);
  const values = [
    ["name", `${details.givenName} ${details.familyName}`, "givenName"],
    ["email", details.email, "email"],
    ["phone", phone, "phone"],
    ["address", addressLines(details), "addressLine1"],
  ] as const;
  return Promise.all(
    values.map(async ([key, value, field]) => ({
      key,
      label: t(key),
      value: value === "" ? t("notGiven") : key === "email" ? <MailAddress address={value} /> : value,
      actions: await change(`${base}/details?change=1#${field}`, t(key)),
    })),
  );
}

/** Every choice in the words that were asked, with the answer. */
export async function choiceRows(
  document: PolicyDocument,
  answers: JoinDraft,
  base: string,
): Promise<SummaryRow[]> {
  const t = await getTranslations("join");
  const given = new Map((answers.choices ?? []).map((choice) => [choiceName(choice), choice.answer]));
  const offered = answers.details === undefined ? [] : offeredPurposes(document, reachOf(answers.details));
  const all = offered.flatMap(({ purpose, choices }) => choices.map((choice) => ({ purpose, choice })));
  return Promise.all(
    all.map(async ({ purpose, choice }) => {
      const name = choiceName(choice);
      const label = choice.ask ?? `${purpose.name}: ${t(`choices.channel.${choice.channel ?? "all"}`)}`;
      const yes = t(choice.way === "objection" ? "check.noObjection" : "check.yes");
      const value = given.get(name) === "yes" ? yes : t("check.no");
      return { key: name, label, value, actions: await change(`${base}/choices?change=1#${name}`, label) };
    }),
  );
}

/** Optional questions with the words of the answers. */
export async function questionRows(
  document: PolicyDocument,
  fields: readonly Field[],
  answers: Readonly<Record<string, string | readonly string[]>>,
  page: string,
): Promise<SummaryRow[]> {
  const t = await getTranslations("join.check");
  return Promise.all(
    fields.map(async (field) => {
      const labels = new Map(optionsOf(document, field).map(({ value, label }) => [value, label]));
      const given = [answers[field.key] ?? []].flat();
      const value = given.map((answer) => labels.get(answer) ?? answer).join(", ");
      return {
        key: field.key,
        label: field.label,
        value: value === "" ? t("notAnswered") : value,
        actions: await change(page, field.label),
      };
    }),
  );
}
