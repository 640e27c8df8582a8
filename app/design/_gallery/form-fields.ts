import { getTranslations } from "next-intl/server";
import type { FieldSpec } from "@/components/form/field-spec";

/** One field of every kind. */
export async function everyField(): Promise<FieldSpec[]> {
  const t = await getTranslations("design.form");
  return [...writtenFields(t), ...chosenFields(t), ...judgedFields(t)];
}

function writtenFields(t: Words): FieldSpec[] {
  return [
    { kind: "text", name: "name", label: t("name"), autoComplete: "name" },
    { kind: "email", name: "email", label: t("email"), hint: t("emailHint") },
    { kind: "tel", name: "phone", label: t("phone"), hint: t("phoneHint"), optional: true },
    { kind: "postcode", name: "postcode", label: t("postcode") },
    { kind: "number", name: "people", label: t("people"), suffix: t("peopleSuffix") },
    { kind: "date", name: "born", label: t("born"), hint: t("bornHint"), birthday: true },
    { kind: "time", name: "call", label: t("call"), optional: true },
  ];
}

function chosenFields(t: Words): FieldSpec[] {
  const areas = (["north", "harbour", "mill"] as const).map((area) => ({
    value: area,
    label: t(`areas.${area}`),
  }));
  const topics = (["repairs", "safety", "money"] as const).map((topic) => ({
    value: topic,
    label: t(`topicList.${topic}`),
  }));
  const yesNo = (["yes", "no"] as const).map((value) => ({ value, label: t(value) }));
  return [
    { kind: "select", name: "area", label: t("area"), options: areas, emptyLabel: t("areaEmpty") },
    { kind: "radios", name: "tenure", label: t("tenure"), options: tenures(t), orLast: true },
    { kind: "radios", name: "internet", label: t("internet"), inline: true, options: yesNo },
    { kind: "checkboxes", name: "topics", label: t("topics"), hint: t("topicsHint"), options: topics },
  ];
}

function judgedFields(t: Words): FieldSpec[] {
  const five = { min: 1, max: 5, minLabel: t("veryBad"), maxLabel: t("veryGood") };
  const eleven = { min: 0, max: 10, minLabel: t("never"), maxLabel: t("surely") };
  return [
    {
      kind: "textarea",
      name: "remark",
      label: t("remark"),
      hint: t("remarkHint"),
      maxLength: 200,
      optional: true,
    },
    { kind: "scale", name: "repairs", label: t("scaleFive"), ...five },
    { kind: "scale", name: "recommend", label: t("scaleTen"), ...eleven },
    { kind: "singleCheckbox", name: "read", label: t("read"), hint: t("readHint") },
  ];
}

type Words = Awaited<ReturnType<typeof getTranslations<"design.form">>>;

function tenures(t: Words) {
  return [
    { value: "rent", label: t("tenures.rent") },
    { value: "shared", label: t("tenures.shared"), hint: t("tenures.sharedHint") },
    { value: "unsaid", label: t("tenures.unsaid") },
  ];
}

/** The consent question for two purposes; the second by boxes. */
export async function consentFields(): Promise<FieldSpec[]> {
  const t = await getTranslations("design.form");
  const yesNo = (channel: string) => [
    { value: "yes", label: t(`consent.${channel}.yes`) },
    { value: "no", label: t("consent.no") },
  ];
  const pair = (purpose: string, channel: string) => ({
    name: `${purpose}.${channel}`,
    label: t(`consent.${channel}.label`),
    input: { type: "radios" as const, options: yesNo(channel) },
  });
  const box = (purpose: string, channel: string) => ({
    name: `${purpose}.${channel}`,
    label: t(`consent.${channel}.label`),
    input: { type: "checkbox" as const, value: "yes", label: t(`consent.${channel}.yes`) },
  });
  return [
    {
      kind: "choiceMatrix",
      groups: [
        {
          id: "research",
          title: t("consent.research"),
          description: t("consent.researchWhy"),
          choices: [pair("research", "email"), pair("research", "sms")],
        },
        {
          id: "news",
          title: t("consent.news"),
          description: t("consent.newsWhy"),
          choices: [box("news", "email"), box("news", "post")],
        },
      ],
    },
  ];
}
