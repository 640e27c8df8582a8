import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Footer } from "@/components/layout/footer";
import { PageShell } from "@/components/layout/page-shell";
import { SiteHeader } from "@/components/layout/site-header";
import { BackLink } from "@/components/layout/way-back";
import type { PanelView } from "@/lib/queries/panel/get-panel";

type Props = {
  panel: PanelView;
  /** One step back in a journey. */
  back?: string | undefined;
  width?: "reading" | "page" | undefined;
  /** Inside a journey the menu would only lead away. */
  journey?: boolean | undefined;
  children: ReactNode;
};

/** A page of a panel for anyone, in the panel's colour, with who runs it at the foot. */
export async function PublicPage({ panel, back, width = "reading", journey, children }: Props) {
  const t = await getTranslations("public");
  const home = `/${panel.slug}`;
  const { legalName } = panel.document.organisation;
  const nav = [
    { href: home, label: t("menu.about") },
    { href: `${home}/privacy`, label: t("menu.privacy") },
    { href: `${home}/contact`, label: t("menu.contact") },
    { href: `${home}/sign-in`, label: t("menu.signIn") },
  ];
  const links = [
    { href: `${home}/privacy`, label: t("footer.privacy") },
    { href: `${home}/contact`, label: t("footer.contact") },
    { href: `${home}/accessibility`, label: t("footer.accessibility") },
    { href: `${home}/checkpoints`, label: t("footer.checkpoints") },
    { href: "/verify", label: t("footer.verify") },
    { href: "/staff/sign-in", label: t("footer.staff") },
  ];
  return (
    <PageShell
      accent={panel.accent}
      width={width}
      before={back === undefined ? undefined : <BackLink href={back} />}
      header={
        <SiteHeader
          panel={{ name: panel.name, organisation: legalName, href: home }}
          nav={journey ? undefined : nav}
        />
      }
      footer={
        <Footer links={links}>{t("footer.runBy", { panel: panel.name, organisation: legalName })}</Footer>
      }
    >
      {children}
    </PageShell>
  );
}
