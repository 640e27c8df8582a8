import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { HoldBanner } from "@/app/_holds/hold-banner";
import { Button } from "@/components/content/button";
import { PageShell } from "@/components/layout/page-shell";
import { DpoHeader } from "@/components/layout/work-header";
import type { Granted } from "@/lib/auth/require-actor";
import { may, type Verb } from "@/lib/policy/permission";
import { getStaffName } from "@/lib/queries/staff/get-staff-name";
import { listMyPanels } from "@/lib/queries/staff/list-my-panels";
import { dpoPath } from "./paths";

/** The menu, and what each of its pages is for. */
const pages = {
  "": "trail.read",
  policy: "policy.view",
  notices: "notice.view",
  record: "record.view",
  accountability: "accountability.view",
  trail: "trail.read",
  "decisions-import": "decision.import",
  verify: "trail.verify",
  checkpoints: "checkpoint.view",
  objections: "consentHistory.read",
  retention: "retention.read",
  suppressions: "suppression.read",
  "telephone-screening": "screening.view",
} as const satisfies Record<string, Verb>;

type Page = keyof typeof pages;

type Props = {
  granted: Granted;
  before?: ReactNode;
  width?: "reading" | "page" | "wide";
  /** The menu's page this one belongs to, when its address does not say so. */
  current?: Page;
  children: ReactNode;
};

/** The frame of every data protection page: whose panel, where we are, who is signed in. */
export async function DpoFrame({ granted, before, width = "wide", current, children }: Props) {
  const { actor, panel } = granted;
  if (actor.kind !== "staff") notFound();
  const t = await getTranslations("dpo");
  const [name, panels] = await Promise.all([getStaffName(actor), listMyPanels(actor)]);
  const roles = panels.find(({ id }) => id === panel.id)?.roles ?? [];
  const open = (Object.keys(pages) as Page[]).filter((page) => may(actor, pages[page], panel.id));
  const nav = open.map((page) => ({
    href: dpoPath(panel.slug, page),
    label: t(`nav.${page || "overview"}`),
  }));
  const staff = may(actor, "member.list", panel.id)
    ? [{ href: `/staff/${panel.slug}`, label: t("nav.staff") }]
    : [];
  const header = (
    <DpoHeader
      panel={{
        name: panel.name,
        organisation: panel.document.organisation.legalName,
        href: dpoPath(panel.slug, open[0]),
      }}
      current={current === undefined ? undefined : dpoPath(panel.slug, current)}
      nav={[...nav, ...staff]}
      person={{ name, role: roles.map((role) => t(`role.${role}`)).join(", ") }}
      otherPanels={panels.length > 1 ? [{ href: "/staff", label: t("nav.panels") }] : []}
      signOut={
        <form method="post" action="/api/auth/sign-out">
          <Button tone="quiet">{t("signOut")}</Button>
        </form>
      }
    />
  );
  return (
    <PageShell accent={panel.accent} density="dense" width={width} header={header} before={before}>
      <HoldBanner granted={granted} />
      {children}
    </PageShell>
  );
}
