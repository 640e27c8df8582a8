import { getTranslations } from "next-intl/server";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import type { TrailEntry } from "@/lib/queries/trail/trail-entry";

const coded: Readonly<Record<string, string>> = {
  method: "method",
  lawfulBasis: "basis",
  verdict: "verify.verdict",
  role: "role",
};

/** How the parts of an entry are said. What has no words (an old purpose, a new key) is shown as it stands. */
export async function entryWords(panel: PanelView) {
  const t = await getTranslations("dpo");
  const said = (key: string, otherwise: string) => (t.has(key) ? t(key) : otherwise);
  const purpose = (key: string) => panel.document.purposes.find((each) => each.key === key)?.name ?? key;
  const channel = (key: string) => said(`channel.${key}`, key);
  return {
    event: (type: string) => said(`event.${type}`, type),
    purpose,
    channel,
    actor: ({ actorKind, actorRef, name }: TrailEntry["actor"]) => {
      switch (actorKind) {
        case "member":
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
    /** A data key as a label. */
    label: (key: string) => said(`data.${key}`, key),
    /** A value of the data, in words when it is a code we know. */
    value: (key: string, value: string) =>
      coded[key] === undefined ? value : said(`${coded[key]}.${value}`, value),
  };
}
