import { getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/content/button";
import { Form } from "@/components/form/form";
import { may } from "@/lib/policy/permission";
import type { Viewer } from "@/lib/queries/staff/viewer";
import { staffPath } from "../../../../_components/paths";
import { pauseSending, resumeSending } from "../actions";
import type { Progress } from "./books";

/** Pause or go on at one press; stopping for good is asked about on a page of its own. */
export async function Steering({ viewer: { actor, panel }, mailing }: { viewer: Viewer; mailing: Progress }) {
  const t = await getTranslations("staff.mailing");
  if (mailing.state === "cancelled" || !may(actor, "mailing.send", panel.id)) return null;
  const paused = mailing.state === "paused";
  return (
    <div className="flex flex-wrap items-start gap-3">
      <Form
        action={paused ? resumeSending : pauseSending}
        hidden={{ panel: panel.slug, mailing: mailing.id }}
        fields={[]}
        submit={t(paused ? "resume" : "pause")}
        tone={paused ? "primary" : "secondary"}
      />
      <ButtonLink href={staffPath(panel.slug, `mailings/${mailing.id}/stop`)} tone="quiet">
        {t("stop")}
      </ButtonLink>
    </div>
  );
}
