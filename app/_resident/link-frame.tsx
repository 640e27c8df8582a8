import type { ReactNode } from "react";
import { Footer } from "@/components/layout/footer";
import { PageShell } from "@/components/layout/page-shell";
import { SiteHeader } from "@/components/layout/site-header";
import { BackLink } from "@/components/layout/way-back";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import { footerLinks } from "./footer-links";

type Props = {
  panel: PanelView;
  back?: { href: string; label: string } | undefined;
  children: ReactNode;
};

/** The frame of a page reached by a link in a mail: the panel, and nothing about the person but what the link is for. */
export async function LinkFrame({ panel, back, children }: Props) {
  const { legalName } = panel.document.organisation;
  return (
    <PageShell
      accent={panel.accent}
      header={<SiteHeader panel={{ name: panel.name, organisation: legalName, href: `/${panel.slug}` }} />}
      before={back === undefined ? undefined : <BackLink {...back} />}
      footer={<Footer links={await footerLinks(panel)}>{legalName}</Footer>}
    >
      {children}
    </PageShell>
  );
}
