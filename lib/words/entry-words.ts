import { languageOf } from "@/lib/policy/languages";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import type { TrailEntry } from "@/lib/queries/trail/trail-entry";
import { composedWords } from "./composed-words";
import type { Moments } from "./moments";

/** The words of the `dpo` namespace, of a page or of a paper. */
export type Say = {
  (key: string, values?: Record<string, string | number>): string;
  has(key: string): boolean;
};

const coded: Readonly<Record<string, string>> = {
  method: "method",
  lawfulBasis: "basis",
  verdict: "verify.state",
  integrity: "verify.state",
  completeness: "verify.state",
  anchored: "verify.state",
  because: "verify.holds.causes",
  previous: "value.outcome",
  role: "role",
  view: "view",
};

/** A code of ours: anything else is somebody's words or a number. */
const code = /^[a-zA-Z0-9]+$/;
const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const civilDay = /^\d{4}-\d\d-\d\d$/;

function actorWords(
  t: Say,
  { actorKind, actorRef, name }: TrailEntry["actor"],
  subject?: TrailEntry["subject"],
) {
  const link = `actor.link.${actorRef.replace("link:", "")}`;
  switch (actorKind) {
    case "member":
      if (subject?.ref === actorRef) return t("actor.self");
      return name === null ? t("actor.memberGone") : t("actor.member", { name });
    case "staff":
    case "dpo":
      return name === null ? t(`actor.${actorKind}Unknown`) : t(`actor.${actorKind}`, { name });
    case "system":
      return t("actor.system", { name: actorRef });
    case "link":
      return t(t.has(link) ? link : "actor.link.other");
  }
}

/** How the parts of an entry are said. What has no words (an old purpose, a new key) is shown as it stands. */
export function entryWordsIn(
  t: Say,
  when: Pick<Moments, "civil" | "second">,
  panel: Pick<PanelView, "document">,
) {
  const said = (key: string, otherwise: string) => (t.has(key) ? t(key) : otherwise);
  const purpose = (key: string) => panel.document.purposes.find((each) => each.key === key)?.name ?? key;
  const channel = (key: string) => said(`channel.${key}`, key);
  const event = (type: string) => said(`event.${type}`, type);
  const names: Readonly<Record<string, (key: string) => string>> = { purpose, channel, event };
  const label = (key: string) => said(`data.${key}`, key);
  const value = (key: string, written: string) => {
    const composed = composedWords({ said, when, panel }, key, written);
    if (composed !== null) return composed;
    const named = names[key];
    if (named !== undefined) return named(written);
    if (key === "language") return languageOf(written).english;
    if (instant.test(written)) return when.second(new Date(written));
    if (civilDay.test(written)) return when.civil(written);
    return code.test(written) ? said(`${coded[key] ?? `value.${key}`}.${written}`, written) : written;
  };
  return {
    event,
    purpose,
    channel,
    /** Who acted; `subject` is whom it was about, so that a person acting for themselves is called that. */
    actor: (actor: TrailEntry["actor"], subject?: TrailEntry["subject"]) => actorWords(t, actor, subject),
    /** In which capacity. */
    actingAs: (kind: TrailEntry["actor"]["actorKind"]) => t(`actingAs.${kind}`),
    /** A data key as a label. */
    label,
    /** A value of the data, in words when it is a code we know. */
    value,
    /** All the data in one line. */
    data: (data: TrailEntry["data"]) =>
      Object.entries(data)
        .map(([key, values]) => {
          const each = [values].flat().map((one) => value(key, one));
          return `${label(key)}: ${each.join(", ")}`;
        })
        .join("; "),
  };
}
