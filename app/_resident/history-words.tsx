import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import type { TimelineItem } from "@/components/content/timeline";
import { Details } from "@/components/content/notice";
import type { PolicyDocument } from "@/lib/policy/document";
import { purposeOf } from "@/lib/policy/purpose";
import type { HistoryEvent, HistoryItem } from "@/lib/queries/member/list-history";
import { moments } from "./moments";

const decisionTone = {
  given: "success",
  refused: "neutral",
  withdrawn: "warning",
  objected: "warning",
  expired: "neutral",
} as const;

/** People apply to this panel: nobody joins by the form alone. */
const applies = (document: PolicyDocument) => document.panel.joining === "round";

type Words = Awaited<ReturnType<typeof getTranslations>>;

function decisionWords(
  t: Words,
  document: PolicyDocument,
  event: Extract<HistoryEvent, { type: "decision" }>,
  open: boolean,
) {
  const known = purposeOf(document, event.purposeKey);
  const purpose = known?.name ?? event.purposeKey;
  const channel = event.channel === null ? t("everyChannel") : t(`channel.${event.channel}`);
  const about = known?.channels.length === 0 ? purpose : t("about", { purpose, channel });
  const joining = applies(document) ? "refusedApplied" : "refusedJoining";
  const key = event.decision === "refused" && event.joining ? joining : event.decision;
  return {
    title: t(`decision.${key}`, { about }),
    by: t(`method.${event.method}`),
    tone: decisionTone[event.decision],
    body: (
      <Details summary={t("words")} open={open}>
        <p className="whitespace-pre-line">{event.words}</p>
      </Details>
    ),
  };
}

/** What the ledger says happened, in a sentence. Codes become the last part of the key. */
async function actTitle(
  t: Words,
  { eventType, data }: Extract<HistoryEvent, { type: "act" }>,
): Promise<string> {
  const { civil } = await moments();
  const { answer, outcome, state, changed, happening } = data;
  const code = String(answer ?? outcome ?? state ?? changed ?? happening ?? "");
  const until = typeof data["until"] === "string" ? civil(data["until"]) : "";
  const fields = [data["fields"] ?? []]
    .flat()
    .map((field) => (t.has(`field.${field}`) ? t(`field.${field}`) : field));
  const key = `act.${eventType.replace(".", "-")}`;
  const exact = `${key}-${code}`;
  return t(t.has(exact) ? exact : key, { until, fields: [...new Set(fields)].join(", ") });
}

/** One thing that happened, in words with its date. */
async function itemWords(
  document: PolicyDocument,
  event: HistoryEvent,
  open: boolean,
): Promise<Omit<TimelineItem, "key" | "when" | "dateTime">> {
  const t = await getTranslations("member.history");
  switch (event.type) {
    case "decision":
      return decisionWords(t as Words, document, event, open);
    case "notice": {
      const applied = `place.${event.place}Applied`;
      const place = applies(document) && t.has(applied) ? applied : `place.${event.place}`;
      return {
        title: t("notice", { number: event.number }),
        by: t.has(place) ? t(place) : undefined,
      };
    }
    case "message": {
      const applied = `${event.template}Applied`;
      const known = t.has(`message.${event.template}`) ? event.template : "other";
      const template = applies(document) && t.has(`message.${applied}`) ? applied : known;
      const title = t(`message.${template}`, { about: event.about ?? "" });
      return { title, body: event.sent ? undefined : t("maybeSent") };
    }
    case "act":
      return { title: await actTitle(t as Words, event) };
  }
}

/** How history is shown. */
type Shown = {
  /** The words that were seen stand open, for paper. */
  readonly open?: boolean;
  /** What proves an item, below it. */
  readonly proof?: (item: HistoryItem, title: ReactNode) => ReactNode;
};

/** History as a timeline. */
export async function historyItems(
  document: PolicyDocument,
  items: readonly HistoryItem[],
  { open = false, proof }: Shown = {},
): Promise<TimelineItem[]> {
  const { moment } = await moments();
  return Promise.all(
    items.map(async (item) => {
      const words = await itemWords(document, item.event, open);
      const below = proof?.(item, words.title);
      return {
        ...{ key: item.key, when: moment(item.at), dateTime: item.at.toISOString(), ...words },
        body: below ? (
          <>
            {words.body}
            {below}
          </>
        ) : (
          words.body
        ),
      };
    }),
  );
}
