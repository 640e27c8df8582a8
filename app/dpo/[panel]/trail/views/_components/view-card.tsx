import { getTranslations } from "next-intl/server";
import { Card } from "@/components/content/card";
import { Details } from "@/components/content/notice";
import { Tag } from "@/components/content/tag";
import { Form } from "@/components/form/form";
import type { Granted } from "@/lib/auth/require-actor";
import type { TrailView } from "@/lib/queries/trail/list-views";
import { filterWords } from "../../_components/filter-words";
import { dpoPath } from "../../../../_components/paths";
import { changeTrailView, deleteTrailView } from "../actions";

/** A saved view: what it narrows the trail to, and what may be done with it. */
export async function ViewCard({ granted, view }: { granted: Granted; view: TrailView }) {
  const [t, said] = await Promise.all([getTranslations("trail.views"), filterWords(granted, view.filter)]);
  const hidden = { panel: granted.panel.slug, viewId: view.id };
  const owner = view.mine ? t("sharedByMe") : t("sharedWithMe");
  return (
    <Card title={view.name} aside={view.shared ? <Tag tone="neutral">{owner}</Tag> : null}>
      <p className="text-muted">{said.length === 0 ? t("everything") : said.join(" · ")}</p>
      <p>
        <a href={dpoPath(granted.panel.slug, "trail", view.filter)}>{t("open")}</a>
      </p>
      {view.mayChange ? (
        <Details summary={t("change")}>
          <Form
            action={changeTrailView}
            id={`change-${view.id}`}
            tone="secondary"
            hidden={hidden}
            initial={{ name: view.name, ...(view.shared ? { shared: "on" } : {}) }}
            submit={t("changeButton")}
            fields={[
              {
                kind: "text",
                name: "name",
                label: t("name"),
                hint: t("nameHint"),
                width: "long",
                maxLength: 80,
              },
              { kind: "singleCheckbox", name: "shared", label: t("share") },
            ]}
          />
          <Form
            action={deleteTrailView}
            id={`delete-${view.id}`}
            tone="quiet"
            hidden={hidden}
            fields={[]}
            submit={t("delete")}
          />
        </Details>
      ) : null}
    </Card>
  );
}
