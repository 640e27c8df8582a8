import { languageOf } from "@/lib/policy/languages";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import type { TrailEntry } from "@/lib/queries/trail/trail-entry";
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
  role: "role",
  view: "view",
};

/** A code of ours: anything else is somebody's words or a number. */
const code = /^[a-zA-Z0-9]+$/;
const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const civilDay = /^\d{4}-\d\d-\d\d$/;

/** How the parts of an entry are said. What has no words (an old purpose, a new key) is shown as it stands. */
export function entryWordsIn(t: Say, when: Moments, panel: Pick<PanelView, "document">) {
  const said = (key: string, otherwise: string) => (t.has(key) ? t(key) : otherwise);
  const purpose = (key: string) => panel.document.purposes.find((each) => each.key === key)?.name ?? key;
  const channel = (key: string) => said(`channel.${key}`, key);
  return {
    event: (type: string) => said(`event.${type}`, type),
    purpose,
    channel,
    /** Who acted; `subject` is whom it was about, so that a person acting for themselves is called that. */
    actor: ({ actorKind, actorRef, name }: TrailEntry["actor"], subject?: TrailEntry["subject"]) => {
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
          return said(`actor.link.${actorRef.replace("link:", "")}`, t("actor.link.other"));
      }
    },
    /** In which capacity. */
    actingAs: (kind: TrailEntry["actor"]["actorKind"]) => t(`actingAs.${kind}`),
    /** A data key as a label. */
    label: (key: string) => said(`data.${key}`, key),
    /** A value of the data, in words when it is a code we know. */
    value: (key: string, value: string) => {
      if (key === "language") return languageOf(value).english;
      if (instant.test(value)) return when.second(new Date(value));
      if (civilDay.test(value)) return when.civil(value);
      return code.test(value) ? said(`${coded[key] ?? `value.${key}`}.${value}`, value) : value;
    },
  };
}
