import { getFormatter, getTranslations } from "next-intl/server";
import { Section } from "@/components/content/card";
import { moments } from "@/app/_resident/moments";
import type { Seal } from "@/lib/queries/ledger/get-seal";

/** What proves the history, and the beginning of the register's newest seal, to write down or print. */
export async function RegisterSeal({ seal, panel }: { seal: Seal | null; panel: string }) {
  const t = await getTranslations("receipts.history");
  const [{ moment }, format] = await Promise.all([moments(), getFormatter()]);
  return (
    <Section title={t("title")} lead={t("body")}>
      {seal === null ? (
        <p>{t("noSeal")}</p>
      ) : (
        <div className="grid gap-2">
          <p>{t("seal", { when: moment(seal.signedAt), count: format.number(seal.upTo) })}</p>
          <p className="reference">{seal.firstWords}</p>
          <p className="text-small text-muted">{t("sealHint")}</p>
        </div>
      )}
      <p>
        <a href="/verify">{t("check")}</a> · <a href={`/${panel}/checkpoints`}>{t("allSeals")}</a>
      </p>
    </Section>
  );
}
