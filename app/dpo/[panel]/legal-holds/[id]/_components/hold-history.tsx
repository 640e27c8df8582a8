import { getTranslations } from "next-intl/server";
import { Section } from "@/components/content/card";
import { Timeline, type TimelineItem } from "@/components/content/timeline";
import type { By, LegalHoldInFull, LegalHoldStepTaken } from "@/lib/queries/legal-hold/get-legal-hold";
import { moments } from "../../../../_components/moments";

/** What was decided about a hold and why, the latest first. */
export async function HoldHistory({ hold }: { hold: LegalHoldInFull }) {
  const [t, when] = await Promise.all([getTranslations("holds"), moments()]);
  const { placed, released, reason, steps } = hold;
  const nameOf = (name: string | null) => name ?? t("someone");
  const item = (key: string, { name, at }: By, title: string, body?: string): TimelineItem => ({
    ...{ key, title, by: nameOf(name), when: when.moment(at), dateTime: at.toISOString() },
    ...(body === undefined ? {} : { body: <p>{body}</p> }),
  });
  const titleOf = ({ kind, owner, reviewOn }: LegalHoldStepTaken) =>
    kind === "reviewed" && reviewOn !== null
      ? t("history.reviewed", { day: when.civil(reviewOn), owner: nameOf(owner) })
      : t(`history.${kind}`, { day: "", owner: "" });
  const items = [
    item("placed", placed, t("history.placed"), reason),
    ...steps.map((step) => item(step.id, step, titleOf(step), step.reason)),
    ...(released === null ? [] : [item("released", released, t("history.released"))]),
  ];
  return (
    <Section title={t("history.title")}>
      <Timeline items={items.toReversed()} />
    </Section>
  );
}
