import { getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/content/button";
import { Card, CardGrid } from "@/components/content/card";
import { Tag, type TagTone } from "@/components/content/tag";
import type { AskedActivity } from "@/lib/queries/member/list-asked-activities";
import { moments } from "./moments";

/** Where a member opens what they were asked to. */
export function askedPath({ kind, activityId, invitationId }: AskedActivity): string {
  return kind === "survey" ? `/my/surveys/${activityId}` : `/my/invitations/${invitationId}`;
}

const tones: Readonly<Record<string, TagTone>> = {
  accepted: "success",
  answered: "success",
  unanswered: "brand",
};

/** When it is, or until when answers are taken. */
async function timeOf({ kind, startsAt, closesOn }: AskedActivity): Promise<string> {
  const t = await getTranslations("member.asked");
  const { weekday, time, civil } = await moments();
  if (kind === "survey") return closesOn === null ? t("noEnd") : t("until", { date: civil(closesOn) });
  return startsAt === null ? "" : t("at", { day: weekday(startsAt), time: time(startsAt) });
}

async function AskedCard({ one }: { one: AskedActivity }) {
  const t = await getTranslations("member.asked");
  const state = one.answer ?? (one.open ? "unanswered" : "missed");
  const action = one.answer !== null || !one.open ? "see" : one.kind === "survey" ? "answer" : "reply";
  return (
    <Card
      title={one.title}
      level={3}
      aside={<Tag tone={tones[state]}>{t(`state.${state}`)}</Tag>}
      foot={
        <ButtonLink href={askedPath(one)} tone={one.open && one.answer === null ? "primary" : "secondary"}>
          {t(`action.${action}`)}
          <span className="sr-only">: {one.title}</span>
        </ButtonLink>
      }
    >
      <p>
        <strong>{await timeOf(one)}</strong>
        {one.place === null ? null : (
          <>
            <br />
            {one.place}
          </>
        )}
      </p>
    </Card>
  );
}

/** What is over, one line each. */
async function AskedLines({ asked }: { asked: readonly AskedActivity[] }) {
  const t = await getTranslations("member.asked");
  const lines = await Promise.all(asked.map(async (one) => ({ one, when: await timeOf(one) })));
  return (
    <ul className="asked-lines">
      {lines.map(({ one, when }) => (
        <li key={one.invitationId}>
          <a href={askedPath(one)}>{one.title}</a>
          <span>{when}</span>
          <span>{t(`state.${one.answer ?? "missed"}`)}</span>
        </li>
      ))}
    </ul>
  );
}

/** What a member was asked to: cards for what is open, lines for what is over. */
export function AskedList({ asked, quiet }: { asked: readonly AskedActivity[]; quiet?: boolean }) {
  if (quiet === true) return <AskedLines asked={asked} />;
  return (
    <CardGrid>
      {asked.map((one) => (
        <AskedCard key={one.invitationId} one={one} />
      ))}
    </CardGrid>
  );
}
