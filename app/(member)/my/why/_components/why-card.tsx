import { getFormatter, getTranslations } from "next-intl/server";
import { Card } from "@/components/content/card";
import { Tag } from "@/components/content/tag";
import type { GateCode } from "@/lib/policy/gate/types";
import type { PurposeChoice } from "@/lib/queries/member/get-choices";
import type { WhyRow } from "@/lib/queries/permission/get-why";
import { waysOf, type Ways } from "./ways";

/** Reasons that are put right somewhere else than on the page of choices. */
const elsewhere: Readonly<Partial<Record<GateCode, { href: string; label: "details" | "resume" }>>> = {
  "address.missing": { href: "/my/details", label: "details" },
  "address.unverified": { href: "/my/details", label: "details" },
  "address.bounced": { href: "/my/details", label: "details" },
  "member.paused": { href: "/my/pause", label: "resume" },
};

/** What happens on these ways of contact, the reason, and until when. */
async function Way({ ways: { channels, permitted, code, sentences, until, joined } }: { ways: Ways }) {
  const t = await getTranslations("why.my");
  const words = await getTranslations("member.choices.channel");
  const format = await getFormatter();
  const names = format.list(
    channels.map((channel) => words(channel)),
    { type: "conjunction" },
  );
  const place = elsewhere[code];
  return (
    <section className="grid gap-1">
      <h3 className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        {names}
        <Tag tone={permitted ? "success" : "neutral"}>{t(permitted ? "yes" : "no")}</Tag>
      </h3>
      <p className="font-semibold">{t(permitted ? "get" : "getNot")}</p>
      <p>{sentences.join(" ")}</p>
      {until === null ? null : <p className="text-muted">{t("until", { day: until })}</p>}
      {joined ? <p className="text-muted">{t("joined")}</p> : null}
      {place === undefined ? null : (
        <p>
          <a href={place.href}>{t(place.label)}</a>
        </p>
      )}
    </section>
  );
}

/** One purpose with every way it can reach the member, and the way to change it. */
export async function WhyCard({ row, choice }: { row: WhyRow; choice: PurposeChoice }) {
  const t = await getTranslations("why.my");
  const { purpose } = row;
  const ways = await waysOf(row, choice);
  const change = (
    <a href={`/my/choices#about-${purpose.key}`}>
      {t("change")}
      <span className="sr-only">{t("changeAbout", { purpose: purpose.name })}</span>
    </a>
  );
  return (
    <div id={`why-${purpose.key}`}>
      <Card title={purpose.name} foot={choice.mayStop ? change : <span>{t("goesOn")}</span>}>
        <p>{purpose.why}</p>
        {ways.length === 0 ? <p className="text-muted">{t("nothing")}</p> : null}
        {ways.map((way) => (
          <Way key={way.channels.join()} ways={way} />
        ))}
      </Card>
    </div>
  );
}
