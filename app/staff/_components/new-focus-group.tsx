import { getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/content/button";
import type { Granted } from "@/lib/auth/require-actor";
import { may } from "@/lib/policy/permission";
import { staffPath } from "./paths";

/** The way to a new focus group, for those who may make one. */
export async function NewFocusGroup({ granted: { actor, panel } }: { granted: Granted }) {
  if (!may(actor, "activity.create", panel.id)) return null;
  const t = await getTranslations("staff.activities");
  return <ButtonLink href={staffPath(panel.slug, "activities/new")}>{t("new")}</ButtonLink>;
}
