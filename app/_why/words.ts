import { getTranslations } from "next-intl/server";
import type { RuleFact } from "@/lib/policy/gate/rule-facts";
import { moments } from "@/app/dpo/_components/moments";

/** "Said yes on 20 May 2029" and its kin: a fact that a rule looked at, in words. */
export async function factWords(): Promise<(fact: RuleFact) => string> {
  const [t, when] = await Promise.all([getTranslations("why.fact"), moments()]);
  return ({ fact, at, day, value }) => {
    const date = at === undefined ? (day === undefined ? "" : when.civil(day)) : when.day(new Date(at));
    const count = Number(value ?? 0);
    const words = {
      day: date,
      value: value ?? "",
      count,
      end: fact.startsWith("quiet") && value ? when.civil(value) : "",
    };
    const coded = value === undefined ? fact : `${fact}.${value}`;
    return t.has(coded) ? t(coded, words) : t(fact, words);
  };
}
