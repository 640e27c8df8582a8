import { getTranslations } from "next-intl/server";
import { sampleSize, type MailingAudience } from "@/lib/schemas/audience";

/** Whom it goes to, in words: the lists that were ticked, or everyone where nothing was. */
export async function AudienceWords({ audience }: { audience: MailingAudience }) {
  const t = await getTranslations("staff.preview.audience");
  if (audience.who !== "members") return <p>{t(audience.who)}</p>;
  const lists = (["areas", "tenures", "interests"] as const).flatMap((list) =>
    audience[list].length === 0 ? [] : [t(list, { values: audience[list].join(", ") })],
  );
  const size = sampleSize(audience);
  if (lists.length === 0) return <p>{size === undefined ? t("everyone") : t("sampleOfAll", { size })}</p>;
  return (
    <p>
      {t("only")} {lists.join("; ")}. {size === undefined ? null : t("sample", { size })}
    </p>
  );
}
