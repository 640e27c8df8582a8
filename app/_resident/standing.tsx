import { getFormatter, getTranslations } from "next-intl/server";
import type { PurposeChoice } from "@/lib/queries/member/get-choices";
import { choiceSentences } from "./choice-state";

type Line = { key: string; name: string | null; words: string };

/**
 * Where the person stands, channel by channel; one line where all channels stand alike. `phone`: the panel's own number,
 * for whoever has one that nobody could check yet.
 */
export async function Standing({ choice, phone }: { choice: PurposeChoice; phone: string }) {
  const t = await getTranslations("member.choices");
  const sentence = await choiceSentences();
  const format = await getFormatter();
  const lines: Line[] = choice.channels.map((one) => ({
    key: one.channel ?? "all",
    name: one.channel === null ? null : t(`channel.${one.channel}`),
    words: choice.mayStop ? sentence(one) : t("state.needed"),
  }));
  const [first] = lines;
  if (first === undefined) return <p className="field-hint">{t("state.unreachable")}</p>;
  const unchecked =
    choice.mayStop &&
    choice.channels.some(({ answer, gate }) => answer === "yes" && gate === "address.unverified");
  const alike = lines.every(({ words }) => words === first.words);
  const names = format.list(
    lines.flatMap(({ name }) => name ?? []),
    { type: "conjunction" },
  );
  const shown = alike ? [{ ...first, name: choice.mayStop ? names : null }] : lines;
  return (
    <>
      <ul className="standing">
        {shown.map(({ key, name, words }) => (
          <li key={key}>
            {name === null || name === "" ? null : <strong>{name}: </strong>}
            {words}
          </li>
        ))}
      </ul>
      {unchecked ? <p className="field-hint">{t("checkNumber", { phone })}</p> : null}
    </>
  );
}
