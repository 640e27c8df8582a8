import { getTranslations } from "next-intl/server";

type Props = { pauseHref: string; leaveHref: string; choicesHref?: string | undefined };

/** The other ways to say "not now" or "no", each in one line with what it does. */
export async function OtherGoodbyes({ pauseHref, leaveHref, choicesHref }: Props) {
  const t = await getTranslations("member.goodbyes");
  const ways = [
    { href: pauseHref, key: "pause" },
    ...(choicesHref === undefined ? [] : [{ href: choicesHref, key: "stop" }]),
    { href: leaveHref, key: "leave" },
  ];
  return (
    <ul className="goodbyes">
      {ways.map(({ href, key }) => (
        <li key={key}>
          <a href={href}>{t(`${key}.label`)}</a>
          <span>{t(`${key}.means`)}</span>
        </li>
      ))}
    </ul>
  );
}
