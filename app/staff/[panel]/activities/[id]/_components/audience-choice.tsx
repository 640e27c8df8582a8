import { getTranslations } from "next-intl/server";
import { Button } from "@/components/content/button";
import { ErrorSummary } from "@/components/form/error-summary";
import { Field } from "@/components/form/field";
import { formWords } from "@/components/form/form";
import type { FormState } from "@/lib/actions/form-state";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import { typedAudience } from "@/lib/schemas/audience";
import { staffPath } from "../../../../_components/paths";

type Props = {
  slug: string;
  activityId: string;
  panel: PanelView;
  /** The page's address: what was ticked and typed. */
  query: Readonly<Record<string, string | string[] | undefined>>;
  /** What is wrong with it. */
  wrong: FormState | null;
};
type ListProps = { name: string; legend: string; values: readonly string[]; chosen: readonly string[] };

/** The form's id: the button that goes on stands below the counts, and takes along what is ticked now. */
export const audienceForm = "audience";

/** Any number of ticks; none means everyone. */
async function Ticks({ name, legend, values, chosen }: ListProps) {
  const t = await getTranslations("staff.audience");
  // What an older policy offered may still be asked for, and must be seen to be taken back.
  const offered = [...new Set([...values, ...chosen])];
  return (
    <fieldset id={name} className="grid content-start">
      <legend className="mb-1 font-bold">
        {legend}
        <span className="font-normal text-muted">
          {" "}
          · {chosen.length === 0 ? t("everyone") : t("some", { count: chosen.length })}
        </span>
      </legend>
      {offered.map((value, index) => (
        <label
          key={value}
          htmlFor={`${name}-${index}`}
          className="flex min-h-11 items-center sm:min-h-9 gap-2.5"
        >
          <input
            id={`${name}-${index}`}
            type="checkbox"
            name={name}
            value={value}
            className="size-4.5 accent-brand"
            defaultChecked={chosen.includes(value)}
          />
          {value}
        </label>
      ))}
    </fieldset>
  );
}

/** Chooses by area, tenure and interest; a GET form, so the address keeps the choice and "Count" counts it. */
export async function AudienceChoice({ slug, activityId, panel, query, wrong }: Props) {
  const t = await getTranslations("staff.audience");
  const words = await formWords();
  const chosen = typedAudience(query);
  const { areas, tenures, interests } = panel.document;
  return (
    <form
      id={audienceForm}
      action={staffPath(slug, `activities/${activityId}/audience`)}
      method="get"
      className="grid gap-x-8 gap-y-5 rounded-md border border-rule bg-surface p-4 sm:grid-cols-3"
      aria-label={t("title")}
    >
      {wrong === null ? null : (
        <div className="sm:col-span-3">
          <ErrorSummary state={wrong} words={words} idPrefix="" />
        </div>
      )}
      <Ticks name="area" legend={t("areas")} values={areas} chosen={chosen.areas} />
      <Ticks name="tenure" legend={t("tenures")} values={tenures} chosen={chosen.tenures} />
      <Ticks name="interest" legend={t("interests")} values={interests} chosen={chosen.interests} />
      <div className="border-t border-rule pt-4 sm:col-span-3">
        <Field
          spec={{ kind: "number", name: "sample", label: t("sample"), hint: t("sampleHint") }}
          context={{ values: { sample: chosen.sample }, errors: wrong?.fields ?? {}, words, idPrefix: "" }}
        />
      </div>
      <div className="flex flex-wrap gap-x-4 gap-y-2 sm:col-span-3">
        <Button tone="secondary">{t("count")}</Button>
        <a href={staffPath(slug, `activities/${activityId}/audience`)} className="button" data-tone="quiet">
          {t("clear")}
        </a>
      </div>
    </form>
  );
}
