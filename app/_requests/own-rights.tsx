import { getTranslations } from "next-intl/server";
import { Card, CardGrid, Section } from "@/components/content/card";
import { ownRights } from "@/lib/policy/request/own-rights";
import type { PanelView } from "@/lib/queries/panel/get-panel";

/** What a member may ask for, each with the way to ask; and what they can do themselves at once. */
export async function OwnRights({ panel: { document } }: { panel: PanelView }) {
  const t = await getTranslations("requests.own");
  const { contactPhone: phone, contactEmail: email } = document.organisation;
  return (
    <Section title={t("rightsTitle")}>
      <CardGrid>
        {ownRights(document).map(({ kind, only }) => (
          <Card key={kind} title={t(`right.${kind}.title`)} level={3}>
            <p>
              {t(`right.${kind}.body`)}
              {only.length === 0 ? "" : ` ${t("partOnly", { purposes: only.join("; ") })}`}
            </p>
            <p>
              <a href={`/my/requests/ask/${kind}`}>
                {t("ask")}
                <span className="sr-only">: {t(`right.${kind}.title`)}</span>
              </a>
            </p>
          </Card>
        ))}
        <Card title={t("stop")} level={3}>
          <p>{t("stopBody")}</p>
          <p>
            <a href="/my/choices">{t("stopLink")}</a>
          </p>
        </Card>
      </CardGrid>
      <p>{t("other", { phone, email })}</p>
    </Section>
  );
}
