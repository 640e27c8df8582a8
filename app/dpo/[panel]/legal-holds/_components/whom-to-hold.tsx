import { getTranslations } from "next-intl/server";
import { Button } from "@/components/content/button";
import { NotificationBanner } from "@/components/content/notice";
import { dpoPath } from "../../../_components/paths";

type Props = {
  slug: string;
  /** What was looked for, and nobody has it. */
  asked: string | undefined;
};

/** Asks for a person by reference, by a GET form: the form for them has an address of its own. */
export async function WhomToHold({ slug, asked }: Props) {
  const t = await getTranslations("holds.new");
  const here = dpoPath(slug, "legal-holds/new");
  return (
    <>
      {asked === undefined ? null : (
        <NotificationBanner tone="warning" title={t("nobody", { reference: asked })} announce />
      )}
      <form action={here} method="get" className="filter-bar" aria-label={t("lead")}>
        <div className="filter">
          <label htmlFor="member">{t("reference")}</label>
          <input
            id="member"
            className="input"
            name="member"
            autoComplete="off"
            defaultValue={asked}
            required
          />
        </div>
        <div className="filter-buttons">
          <Button>{t("find")}</Button>
        </div>
      </form>
      <p>
        <a href={`${here}?everyone=1`}>{t("everyoneInstead")}</a>
      </p>
    </>
  );
}
