import { getTranslations } from "next-intl/server";
import type { PurposeChoice } from "@/lib/queries/member/get-choices";
import { choiceSentences } from "./choice-state";

/** Where the person stands, channel by channel; one line where all channels stand alike. */
export async function Standing({ choice: { channels } }: { choice: PurposeChoice }) {
  const t = await getTranslations("member.choices");
  const sentence = await choiceSentences();
  const lines = channels.map((choice) => ({ channel: choice.channel, words: sentence(choice) }));
  const [first] = lines;
  const alike = first !== undefined && lines.every(({ words }) => words === first.words);
  const shown = alike
    ? [{ ...first, name: lines.length > 1 ? t("everyWay") : null }]
    : lines.map((line) => ({ ...line, name: t(`channel.${line.channel ?? "all"}`) }));
  return (
    <ul className="standing">
      {shown.map(({ channel, name, words }) => (
        <li key={channel ?? "all"}>
          {name === null ? null : <strong>{name}: </strong>}
          {words}
        </li>
      ))}
    </ul>
  );
}
