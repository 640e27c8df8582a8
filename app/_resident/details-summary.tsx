import { getTranslations } from "next-intl/server";
import { SummaryList, type SummaryRow } from "@/components/content/summary-list";
import type { PolicyDocument } from "@/lib/policy/document";
import { optionalFields } from "@/lib/policy/join-choices";
import type { MemberView } from "@/lib/queries/member/get-member";
import { optionsOf } from "@/lib/schemas/join-answers";
import { writePhoneNumber } from "@/lib/schemas/phone-number";
import { aboutAnswer } from "./about-field";

type Props = { document: PolicyDocument; member: MemberView };

async function contactRows(member: MemberView): Promise<SummaryRow[]> {
  const t = await getTranslations("member.details");
  const address = [member.addressLine1, member.addressLine2, member.town, member.postcode].filter(
    (line) => line !== null && line !== "",
  );
  const values = {
    name: `${member.givenName} ${member.familyName}`,
    email: member.email ?? t("none"),
    phone: member.phone === null ? t("none") : writePhoneNumber(member.phone),
    format: t(`format.${member.preferredFormat}`),
    address: address.length === 0 ? t("none") : address.map((line) => <p key={line}>{line}</p>),
  };
  const open = member.state === "member" || member.state === "applicant";
  return (Object.keys(values) as (keyof typeof values)[]).map((part) => ({
    key: part,
    label: t(`label.${part}`),
    value: values[part],
    actions: open ? [{ href: `/my/details/${part}`, label: t("change"), hidden: t(`label.${part}`) }] : [],
  }));
}

async function aboutRows({ document, member }: Props): Promise<SummaryRow[]> {
  const t = await getTranslations("member.details");
  const asked = optionalFields(document).plain;
  const own = document.fields.filter(
    ({ key, source }) => source === "housingSystem" && aboutAnswer(member, key) !== null,
  );
  return [...asked, ...own].map((field) => {
    const labels = new Map(optionsOf(document, field).map(({ value, label }) => [value, label]));
    const answer = [aboutAnswer(member, field.key) ?? []].flat().map((value) => labels.get(value) ?? value);
    return {
      key: field.key,
      label: field.label,
      value: (
        <>
          {answer.length === 0 ? (
            <p className="text-muted">{t("notAnswered")}</p>
          ) : (
            <p>{answer.join(", ")}</p>
          )}
          {field.source === "housingSystem" ? (
            <p className="text-small text-muted">{t("fromHousing")}</p>
          ) : null}
        </>
      ),
    };
  });
}

/** How we reach you, and what you told us about yourself. */
export async function DetailsSummary({ document, member }: Props) {
  const t = await getTranslations("member.details");
  const about = await aboutRows({ document, member });
  const mayAnswer = optionalFields(document).plain.length > 0 && member.state === "member";
  return (
    <>
      <SummaryList card={t("contactTitle")} rows={await contactRows(member)} />
      {about.length === 0 ? null : <SummaryList card={t("aboutTitle")} rows={about} />}
      {mayAnswer ? (
        <p>
          <a href="/my/details/about">{t("changeAbout")}</a>
        </p>
      ) : null}
    </>
  );
}
