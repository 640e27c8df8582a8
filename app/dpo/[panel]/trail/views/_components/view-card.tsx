import { getTranslations } from "next-intl/server";
import { Card } from "@/components/content/card";
import { Tag } from "@/components/content/tag";
import { Form } from "@/components/form/form";
import type { TrailView } from "@/lib/queries/trail/list-views";
import { viewFields } from "../../_components/view-fields";
import { dpoPath } from "../../../../_components/paths";
import { changeTrailView, deleteTrailView } from "../actions";

type Props = {
  slug: string;
  view: TrailView;
  /** What it narrows the trail to, in words. */
  said: readonly string[];
};

/** A saved view: what it narrows the trail to, and what may be done with it. */
export async function ViewCard({ slug, view, said }: Props) {
  const t = await getTranslations("trail.views");
  const hidden = { panel: slug, viewId: view.id };
  const owner = view.mine ? t("sharedByMe") : t("sharedWithMe");
  const remove = (
    <Form
      action={deleteTrailView}
      id={`delete-${view.id}`}
      tone="quiet"
      hidden={hidden}
      fields={[]}
      submit={t("delete", { name: view.name })}
    />
  );
  return (
    <Card
      title={view.name}
      aside={view.shared ? <Tag tone="neutral">{owner}</Tag> : null}
      foot={view.mayChange ? remove : null}
    >
      <p className="text-muted">{said.length === 0 ? t("everything") : said.join(" · ")}</p>
      <p>
        <a href={dpoPath(slug, "trail", view.filter)}>
          {t("open")}
          <span className="sr-only">: {view.name}</span>
        </a>
      </p>
      {view.mayChange ? (
        <Form
          action={changeTrailView}
          id={`change-${view.id}`}
          folded={t("change")}
          tone="secondary"
          hidden={hidden}
          initial={{ name: view.name, ...(view.shared ? { shared: "on" } : {}) }}
          submit={t("changeButton")}
          fields={await viewFields()}
        />
      ) : null}
    </Card>
  );
}
