import { getTranslations } from "next-intl/server";
import { londonDate, now } from "@/lib/clock";
import { listEndings } from "@/lib/queries/member/list-endings";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import { KeptNote } from "./kept-note";
import { moments } from "./moments";

type Props = {
  panel: PanelView;
  memberId: string;
  /** The day the member would leave, while they have not. */
  leavingOn?: string;
};

/** What we hold and when each kind of it goes: the same before leaving, after it and in the last mail. */
export async function EndingList({ panel, memberId, leavingOn }: Props) {
  const t = await getTranslations("member.leave");
  const { civil } = await moments();
  const today = londonDate(now());
  const endings = await listEndings(panel, memberId, leavingOn);
  if (endings.length === 0) return <p>{t("goesAsPromised")}</p>;
  return (
    <>
      <KeptNote panel={panel} by={endings[0]?.keptBy} />
      <ul>
        {endings.map(({ kind, rule, dueOn }) => (
          <li key={kind.key}>
            {dueOn === null
              ? t("goesByRule", { what: kind.what, rule: rule.sourceText })
              : t(dueOn <= today ? "goesNow" : `goes.${rule.action}`, {
                  what: kind.what,
                  date: civil(dueOn),
                })}
          </li>
        ))}
      </ul>
    </>
  );
}
