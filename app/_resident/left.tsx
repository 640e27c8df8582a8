import { getTranslations } from "next-intl/server";
import { Prose } from "@/components/content/card";
import { ConfirmationPanel } from "@/components/content/confirmation-panel";
import { InsetText } from "@/components/content/notice";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import { listRetention } from "@/lib/queries/member/list-retention";
import { moments } from "./moments";
import { first, type Query } from "./query";

/** Left: what goes when, and the way back. */
export async function Left({ panel, memberId, query }: { panel: PanelView; memberId: string; query: Query }) {
  const t = await getTranslations("member.leave");
  const { civil } = await moments();
  const kept = [...(await listRetention(panel, memberId)).values()].flatMap(({ rule, dueOn }) =>
    dueOn === null
      ? []
      : [{ key: rule.key, sentence: t(`goes.${rule.action}`, { what: rule.what, date: civil(dueOn) }) }],
  );
  return (
    <>
      <ConfirmationPanel title={t("doneTitle", { panel: panel.name })}>
        <p>{t("doneBody")}</p>
      </ConfirmationPanel>
      {first(query["late"]) === undefined ? null : <InsetText>{t("late")}</InsetText>}
      <Prose>
        {kept.length === 0 ? null : (
          <>
            <h2>{t("goesTitle")}</h2>
            <ul>
              {kept.map(({ key, sentence }) => (
                <li key={key}>{sentence}</li>
              ))}
            </ul>
          </>
        )}
        <h2>{t("backTitle")}</h2>
        <p>
          {t("back")} <a href={`/${panel.slug}/join`}>{t("joinAgain")}</a>
        </p>
      </Prose>
    </>
  );
}
