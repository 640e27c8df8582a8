import { getTranslations } from "next-intl/server";
import type { Answer } from "@/lib/queries/staff/list-guests";

type Props = { current: Answer; counts: Record<Answer, number>; hrefOf: (answer: Answer) => string };

const order = ["accepted", "declined", "none", "notThis"] as const;

/** Chooses whose names are listed. Plain links: the address says what is shown. */
export async function AnswerTabs({ current, counts, hrefOf }: Props) {
  const t = await getTranslations("staff.activity.answers");
  return (
    <nav aria-label={t("choose")}>
      <ul className="nav-list">
        {order.map((answer) => (
          <li key={answer}>
            <a
              href={hrefOf(answer)}
              className="nav-link"
              aria-current={answer === current ? "true" : undefined}
            >
              {t("tab", { answer: t(`stat.${answer}`), count: counts[answer] })}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
