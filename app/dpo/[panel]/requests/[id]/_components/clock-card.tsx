import { getTranslations } from "next-intl/server";
import { Section } from "@/components/content/card";
import { InsetText } from "@/components/content/notice";
import { Timeline, type TimelineItem } from "@/components/content/timeline";
import type { Granted } from "@/lib/auth/require-actor";
import { may } from "@/lib/policy/permission";
import type { RequestView } from "@/lib/queries/rights-request/get-request";
import { moments } from "../../../../_components/moments";
import { dpoPath } from "../../../../_components/paths";

type Props = { granted: Granted; request: RequestView };

/** Why it is due on that day, in sentences. */
async function explanation({ clock, dueOn, outcome }: RequestView): Promise<readonly string[]> {
  const [t, when] = await Promise.all([getTranslations("requests.clock"), moments()]);
  const { months, pausedDays: paused, unrolledOn, startedBy, extension } = clock;
  const due = t("due", {
    ...{ months, paused, start: when.civil(clock.startsOn), unrolled: when.civil(unrolledOn) },
    rolled: String(unrolledOn !== clock.dueOn),
  });
  return [
    `${when.civil(dueOn)}: ${due}`,
    ...(startedBy === "received" ? [] : [t(`startedBy.${startedBy}`)]),
    ...(clock.holidaysKnown ? [] : [t("unknownYear", { year: dueOn.slice(0, 4) })]),
    ...(extension === "notSent" ? [t("notSent", { day: when.civil(clock.extendBy) })] : []),
    ...(extension === "late" ? [t("extendLate", { day: when.civil(clock.extendBy) })] : []),
    ...(outcome === null ? clock.waitsFor.map((what) => t("waits", { what: t(`waitsFor.${what}`) })) : []),
    ...(outcome === null && clock.standing === "overdue" ? [t("overdue")] : []),
  ];
}

/** What was said or asked, and whether the mail with it went out; the same as a letter where none did. */
async function Said({ granted: { actor, panel }, request, place }: Props & { place: number }) {
  const t = await getTranslations("requests");
  const happening = request.happenings[place];
  if (happening === undefined) return null;
  const { id, reason, told, kind } = happening;
  const wasTold = kind === "extended" || kind.endsWith("Asked");
  const print =
    wasTold && (told === null || told === "notSent") && may(actor, "rightsRequest.answer", panel.id);
  const about = kind === "extended" ? "extended" : "asked";
  return (
    <>
      {reason === null ? null : <p className="whitespace-pre-line">{reason}</p>}
      {told === null ? null : <p>{t(`told.${told}`)}.</p>}
      {print ? (
        <a href={dpoPath(panel.slug, `requests/${request.id}/letter`, { about, step: id })}>
          {t("clock.letter")}
        </a>
      ) : null}
    </>
  );
}

/** The clock as a list of what happened to it, and why the day of the answer is what it is. */
export async function ClockCard({ granted, request }: Props) {
  const [t, when] = await Promise.all([getTranslations("requests.clock"), moments()]);
  const item = (key: string, on: string, title: string): TimelineItem => {
    return { key, when: when.civil(on), dateTime: on, title };
  };
  const items: TimelineItem[] = [
    item("received", request.receivedOn, t("received")),
    ...request.happenings.map(({ id, kind, on }, place) => ({
      ...item(id, on, t(`happening.${kind}`)),
      body: <Said granted={granted} request={request} place={place} />,
    })),
    ...(request.closedOn === null ? [] : [item("closed", request.closedOn, t("closed"))]),
  ];
  const sentences = await explanation(request);
  return (
    <Section title={t("title")}>
      <InsetText>
        {sentences.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </InsetText>
      <Timeline items={items} />
    </Section>
  );
}
