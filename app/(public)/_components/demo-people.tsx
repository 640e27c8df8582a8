import { getTranslations } from "next-intl/server";
import { Button } from "@/components/content/button";
import { NotificationBanner } from "@/components/content/notice";
import { readConfig } from "@/lib/config/config";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import { demoRoles, type DemoRole } from "@/lib/schemas/sign-in";
import { DemoForm } from "./demo-form";

type Props = { panels: readonly PanelView[]; roles?: readonly DemoRole[] | undefined };

/** One press for each demo person. Outside the demo nothing is shown, and the action refuses. */
export async function DemoPeople({ panels, roles = demoRoles }: Props) {
  if (!readConfig().demo) return null;
  const t = await getTranslations("signin.demo");
  return (
    <NotificationBanner title={t("title")}>
      <p>{t("lead")}</p>
      {panels.map((panel) => (
        <DemoForm key={panel.id} id={`demo-${panel.slug}`} panel={panel.slug}>
          {panels.length > 1 ? <p className="font-bold">{panel.name}</p> : null}
          <div className="buttons">
            {roles.map((role) => (
              <Button key={role} tone="secondary" name="role" value={role}>
                {t(role)}
                <span className="sr-only">, {panel.name}</span>
              </Button>
            ))}
          </div>
        </DemoForm>
      ))}
    </NotificationBanner>
  );
}
