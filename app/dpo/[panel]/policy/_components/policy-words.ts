import { getTranslations } from "next-intl/server";
import { dayFormat } from "./days";

const units = { Y: "years", M: "months", W: "weeks", D: "days" } as const;

/** How the values of a policy document are said to staff. What has no words is shown as it stands. */
export async function policyWords() {
  const [t, p, civil] = await Promise.all([
    getTranslations("policyRegister"),
    getTranslations("policy"),
    dayFormat(),
  ]);
  const own = (kind: string, value: string) =>
    t.has(`word.${kind}.${value}`) ? t(`word.${kind}.${value}`) : value;
  const law = (kind: string, value: string) => (p.has(`${kind}.${value}`) ? p(`${kind}.${value}`) : value);
  return {
    t,
    /** A word of this register's own: "category", "source", "role" … */
    own,
    /** A word that the whole product uses: "basisForStaff", "kind", "channel", "activityKind" … */
    law,
    /** "20 May 2029" */
    civil,
    transfer: (value: string) =>
      value === "euClausesAlone" ? own("transfer", value) : law("transfer", value),
    /** "24 December 2026 to 2 January 2027", or with "and on the same days of each later year". */
    quiet: (from: string, to: string, yearly: boolean) =>
      t(yearly ? "value.quietYearly" : "value.quietDays", { from: civil(from), to: civil(to) }),
    channels: (channels: readonly string[]) =>
      channels.length === 0 ? t("value.none") : channels.map((one) => law("channel", one)).join(", "),
    /** "3 years, 6 months" for "P3Y6M". */
    period: (period: string) => {
      const parts = [...period.matchAll(/(\d+)([YMWD])/gu)].filter(([, count]) => Number(count) > 0);
      const said = parts.map(([, count, unit]) =>
        t(`period.${units[unit as keyof typeof units]}`, { n: Number(count) }),
      );
      return said.length === 0 ? t("period.atOnce") : said.join(", ");
    },
    yesNo: (value: boolean) => t(value ? "value.yes" : "value.no"),
  };
}

export type PolicyWords = Awaited<ReturnType<typeof policyWords>>;
