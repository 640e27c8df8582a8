import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { NavList } from "@/components/layout/nav-list";
import type { Granted } from "@/lib/auth/require-actor";
import { DpoFrame } from "../../../_components/dpo-frame";
import { dpoPath } from "../../../_components/paths";

const tabs = {
  register: "policy",
  draft: "policy/draft",
  history: "policy/history",
  told: "policy/told",
} as const;

type Props = {
  granted: Granted;
  current: keyof typeof tabs;
  before?: ReactNode;
  width?: "reading" | "page" | "wide";
  children: ReactNode;
};

/** The frame of the policy's pages: what is in force, the draft, what was, and who was told. */
export async function PolicyFrame({ granted, current, before, width = "page", children }: Props) {
  const t = await getTranslations("policyRegister.nav");
  const { slug } = granted.panel;
  const items = Object.entries(tabs).map(([key, path]) => ({ href: dpoPath(slug, path), label: t(key) }));
  return (
    <DpoFrame granted={granted} width={width} before={before} current="policy">
      <NavList items={items} label={t("label")} current={dpoPath(slug, tabs[current])} />
      {children}
    </DpoFrame>
  );
}
