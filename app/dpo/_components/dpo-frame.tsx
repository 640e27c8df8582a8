import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { HoldBanner } from "@/app/_holds/hold-banner";
import { Button } from "@/components/content/button";
import type { NavEntry } from "@/components/layout/navigation";
import { PageShell } from "@/components/layout/page-shell";
import { DpoHeader } from "@/components/layout/work-header";
import type { Granted } from "@/lib/auth/require-actor";
import { may, type Verb } from "@/lib/policy/permission";
import { getStaffName } from "@/lib/queries/staff/get-staff-name";
import { listMyPanels } from "@/lib/queries/staff/list-my-panels";
import { dpoPath } from "./paths";

/** What each page of the menu is for. */
const pages = {
  "": "trail.read",
  policy: "policy.view",
  notices: "notice.view",
  record: "record.view",
  accountability: "accountability.view",
  trail: "trail.read",
  verify: "trail.verify",
  checkpoints: "checkpoint.view",
  requests: "rightsRequest.view",
  objections: "consentHistory.read",
  suppressions: "suppression.read",
  "telephone-screening": "screening.view",
  "decisions-import": "decision.import",
  retention: "retention.read",
  "legal-holds": "legalHold.view",
} as const satisfies Record<string, Verb>;

type Page = keyof typeof pages;

/** The menu: single pages, and pages that stand together under one word. */
const menu: readonly (Page | { readonly group: string; readonly of: readonly Page[] })[] = [
  "",
  { group: "promises", of: ["policy", "notices", "record", "accountability"] },
  { group: "evidence", of: ["trail", "verify", "checkpoints"] },
  {
    group: "people",
    of: ["requests", "objections", "suppressions", "telephone-screening", "decisions-import"],
  },
  { group: "keeping", of: ["retention", "legal-holds"] },
];

type Props = {
  granted: Granted;
  before?: ReactNode;
  width?: "reading" | "page" | "wide";
  /** The menu's page this one belongs to, when its address does not say so. */
  current?: Page;
  children: ReactNode;
};

/** What of the menu this person may open. */
async function menuFor({ actor, panel }: Granted): Promise<NavEntry[]> {
  const t = await getTranslations("dpo.nav");
  return menu.flatMap((entry): NavEntry[] => {
    const of: readonly Page[] = typeof entry === "string" ? [entry] : entry.of;
    const items = of
      .filter((page) => may(actor, pages[page], panel.id))
      .map((page) => ({ href: dpoPath(panel.slug, page), label: t(page || "overview") }));
    // Where a role sees one page of a group, it needs no opening.
    if (typeof entry === "string" || items.length < 2) return items;
    return [{ label: t(entry.group), items }];
  });
}

/** The frame of every data protection page: whose panel, where we are, who is signed in. */
export async function DpoFrame({ granted, before, width = "wide", current, children }: Props) {
  const { actor, panel } = granted;
  if (actor.kind !== "staff") notFound();
  const t = await getTranslations("dpo");
  const [name, panels] = await Promise.all([getStaffName(actor), listMyPanels(actor)]);
  const roles = panels.find(({ id }) => id === panel.id)?.roles ?? [];
  const nav = await menuFor(granted);
  const staff = may(actor, "member.list", panel.id)
    ? [{ href: `/staff/${panel.slug}`, label: t("nav.staff") }]
    : [];
  const header = (
    <DpoHeader
      panel={{
        name: panel.name,
        organisation: panel.document.organisation.legalName,
        href: dpoPath(panel.slug, may(actor, pages[""], panel.id) ? "" : "policy"),
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
