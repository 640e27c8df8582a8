import { getFormatter, getTranslations } from "next-intl/server";
import { purposeOf } from "@/lib/policy/purpose";
import { findRegister, type Register } from "@/lib/queries/ledger/find-register";
import { sealedEntry, type SealedEntry } from "@/lib/queries/ledger/sealed-entry";
import type { JudgedReceipt } from "@/lib/queries/ledger/judge-receipt";
import type { Finding } from "./form-state";

type Words = Awaited<ReturnType<typeof getTranslations>>;
type Dates = Awaited<ReturnType<typeof dates>>;

async function dates() {
  const format = await getFormatter();
  const long = { day: "numeric", month: "long", year: "numeric" } as const;
  const clock = { hour: "numeric", minute: "2-digit", hourCycle: "h12" } as const;
  return {
    moment: (at: Date) => `${format.dateTime(at, long)}, ${format.dateTime(at, clock)}`,
    count: (value: bigint) => format.number(value),
  };
}

/** What the record says, in words. Whom it is about it does not say, and nobody asks. */
function facts(
  t: Words,
  dpo: Words,
  when: Dates,
  entry: SealedEntry,
  { register, judged }: { register: Register; judged: JudgedReceipt },
): Finding["facts"] {
  const fact = (key: string, value: string) => ({ label: t(`fact.${key}`), value });
  const own = `event.${entry.eventType.replace(".", "-")}`;
  const { document } = register;
  const purpose = entry.purposeKey === null ? null : document && purposeOf(document, entry.purposeKey);
  const channel = entry.channel === null ? null : `channel.${entry.channel}`;
  const general = `event.${entry.eventType}`;
  return [
    fact("what", t.has(own) ? t(own) : dpo.has(general) ? dpo(general) : entry.eventType),
    ...(entry.purposeKey === null ? [] : [fact("purpose", purpose?.name ?? entry.purposeKey)]),
    ...(channel === null ? [] : [fact("channel", dpo.has(channel) ? dpo(channel) : (entry.channel ?? ""))]),
    fact("when", when.moment(entry.effectiveAt)),
    fact("recorded", when.moment(entry.recordedAt)),
    fact("register", t("fact.registerOf", { panel: register.panel, organisation: register.organisation })),
    fact("number", when.count(entry.seq)),
    ...(judged.signedAt === null
      ? []
      : [
          fact(
            "sealed",
            t("fact.sealedAt", { when: when.moment(judged.signedAt), count: when.count(judged.size) }),
          ),
        ]),
  ];
}

/** What was found out about a receipt, for anybody to read. */
export async function receiptFinding(judged: JudgedReceipt): Promise<Finding> {
  const [t, dpo, when] = await Promise.all([getTranslations("receipts"), getTranslations("dpo"), dates()]);
  const { verdict, origin } = judged;
  const entry = sealedEntry(judged.entry);
  const register = await findRegister(judged.organisationId, entry?.panelId ?? null);
  const organisation = register?.organisation ?? t("found.unknownOrganisation");
  const ours = verdict === "sealed" || verdict === "closed" || verdict === "forked";
  const about =
    ours && entry !== null && register !== null
      ? facts(t as Words, dpo as Words, when, entry, { register, judged })
      : [];
  if (verdict !== "sealed" && verdict !== "closed") {
    const said = { organisation, origin, contact: register?.contact ?? "" };
    const sentences = [t(`found.${verdict}.sentence`, said), t(`found.${verdict}.next`, said)];
    return { tone: "danger", title: t(`found.${verdict}.title`), sentences, facts: about };
  }
  // What the seal shows. The day of the record is what the record says of itself, and stands with the facts.
  const since =
    entry === null || register === null ? [] : [t("found.sealed.since", { panel: register.panel })];
  const still = t(verdict === "sealed" ? "found.sealed.still" : "found.sealed.closed");
  const sentences = [...since, t("found.sealed.ours", { organisation }), still];
  return { tone: "success", title: t("found.sealed.title"), sentences, facts: about };
}
