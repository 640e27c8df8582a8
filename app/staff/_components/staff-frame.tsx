import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { HoldBanner } from "@/app/_holds/hold-banner";
import { PageShell } from "@/components/layout/page-shell";
import { StaffHeader } from "@/components/layout/work-header";
import type { Granted } from "@/lib/auth/require-actor";
import { may } from "@/lib/policy/permission";
import { getStaffName } from "@/lib/queries/staff/get-staff-name";
import { listMyPanels } from "@/lib/queries/staff/list-my-panels";
import { staffPath } from "./paths";
import { SignOut } from "./sign-out";

type Props = {
  granted: Granted;
  before?: ReactNode;
  width?: "reading" | "page" | "wide";
  children: ReactNode;
};

const pages = ["", "members", "applications", "activities", "surveys", "mailings"] as const;

/** The frame of every engagement page: whose panel, where we are, who is signed in. */
export async function StaffFrame({ granted, before, width = "wide", children }: Props) {
  const { actor, panel } = granted;
  if (actor.kind !== "staff") notFound();
  const t = await getTranslations("staff");
  const [name, panels] = await Promise.all([getStaffName(actor), listMyPanels(actor)]);
  const roles = panels.find(({ id }) => id === panel.id)?.roles ?? [];
  // Where people join at any time, nobody applies.
  const applies = panel.document.panel.joining === "round";
  const nav = pages
    .filter((page) => applies || page !== "applications")
    .map((page) => ({
      href: staffPath(panel.slug, page),
      label: t(`nav.${page || "overview"}`),
    }));
  // Everyone who works here may read the policy; who may read the trail finds it there.
  const dpo = may(actor, "trail.read", panel.id)
    ? [{ href: `/dpo/${panel.slug}`, label: t("nav.dpo") }]
    : [{ href: `/dpo/${panel.slug}/policy`, label: t("nav.policy") }];
  const header = (
    <StaffHeader
      panel={{
        name: panel.name,
        organisation: panel.document.organisation.legalName,
        href: staffPath(panel.slug),
      }}
      nav={[...nav, ...dpo]}
      person={{ name, role: roles.map((role) => t(`role.${role}`)).join(", ") }}
      signOut={<SignOut />}
      otherPanels={panels.length > 1 ? [{ href: "/staff", label: t("nav.panels") }] : []}
    />
  );
  return (
    <PageShell accent={panel.accent} density="dense" width={width} header={header} before={before}>
      <HoldBanner granted={granted} />
      {children}
    </PageShell>
  );
}
