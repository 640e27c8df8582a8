import { getTranslations } from "next-intl/server";
import { Button } from "@/components/content/button";
import { londonDate, now } from "@/lib/clock";
import { dpoPath } from "../../../../_components/paths";

/** Asks for any day, by a GET form: the answer has an address of its own. */
export async function AskAgreed({ slug, reference, on }: { slug: string; reference: string; on?: string }) {
  const t = await getTranslations("trail.agreed");
  return (
    <form
      action={dpoPath(slug, `members/${reference}/agreed`)}
      method="get"
      className="filter-bar print:hidden"
      aria-label={t("ask")}
    >
      <div className="filter">
        <label htmlFor="agreed-on">{t("ask")}</label>
        <input
          id="agreed-on"
          className="input"
          type="date"
          name="on"
          required
          max={londonDate(now())}
          defaultValue={on}
        />
      </div>
      <div className="filter-buttons">
        <Button tone="secondary">{t("show")}</Button>
      </div>
    </form>
  );
}
