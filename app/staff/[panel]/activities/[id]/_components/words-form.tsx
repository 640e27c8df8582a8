import { getTranslations } from "next-intl/server";
import { Button } from "@/components/content/button";
import { Details } from "@/components/content/notice";
import { audienceQuery, type MailingAudience } from "@/lib/schemas/audience";

type Props = { action: string; audience: MailingAudience; words: { subject: string; opening: string } };

/** Changes subject and opening; a GET form, so what is previewed is what the address says and what is then sent. */
export async function WordsForm({ action, audience, words }: Props) {
  const t = await getTranslations("staff.preview");
  const kept = Object.entries(audienceQuery(audience)).flatMap(([name, values]) =>
    values.map((value) => ({ name, value })),
  );
  return (
    <Details summary={t("words")}>
      <form action={action} method="get" className="form">
        {kept.map(({ name, value }) => (
          <input key={name + value} type="hidden" name={name} value={value} />
        ))}
        <div className="field">
          <label htmlFor="subject" className="field-label">
            {t("subject")}
          </label>
          <input id="subject" name="subject" className="input" maxLength={150} defaultValue={words.subject} />
        </div>
        <div className="field">
          <label htmlFor="opening" className="field-label">
            {t("opening")}
          </label>
          <p id="opening-hint" className="field-hint">
            {t("openingHint")}
          </p>
          <textarea
            id="opening"
            name="opening"
            className="input"
            rows={4}
            maxLength={1500}
            defaultValue={words.opening}
            aria-describedby="opening-hint"
          />
        </div>
        <div>
          <Button tone="secondary">{t("update")}</Button>
        </div>
      </form>
    </Details>
  );
}
