import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ReadOnlyBanner } from "@/app/_holds/read-only-banner";
import { Button } from "@/components/content/button";
import { Footer } from "@/components/layout/footer";
import { SiteHeader } from "@/components/layout/site-header";
import { PageShell } from "@/components/layout/page-shell";
import { BackLink } from "@/components/layout/way-back";
import type { MemberGranted } from "@/lib/auth/require-actor";
import { getMember } from "@/lib/queries/member/get-member";
import { footerLinks } from "./footer-links";

type Props = {
  granted: MemberGranted;
  /** A step back, for pages below a menu entry. */
  back?: { href: string; label: string } | undefined;
  width?: "reading" | "page" | undefined;
  /** The menu entry this page belongs to, where the address does not say so. */
  current?: string | undefined;
  children: ReactNode;
};

const menu = ["home", "choices", "invitations", "details", "history", "data"] as const;

function address(page: (typeof menu)[number]): string {
  return page === "home" ? "/my" : `/my/${page}`;
}

/** The frame of a signed-in resident's pages. */
export async function MemberFrame({ granted: { actor, panel }, back, width, current, children }: Props) {
  const t = await getTranslations("member");
  const member = await getMember(actor.organisationId, actor.memberId);
  const { legalName } = panel.document.organisation;
  const header = (
    <SiteHeader
      panel={{ name: panel.name, organisation: legalName, href: "/my" }}
      nav={menu.map((page) => ({ href: address(page), label: t(`nav.${page}`) }))}
      current={current}
      person={{ name: `${member.givenName} ${member.familyName}` }}
      signOut={
        <form method="post" action="/api/auth/sign-out">
          <Button tone="quiet">{t("signOut")}</Button>
        </form>
      }
    />
  );
  return (
    <PageShell
      accent={panel.accent}
      width={width}
      header={header}
      before={back === undefined ? undefined : <BackLink {...back} />}
      footer={<Footer links={await footerLinks(panel)}>{legalName}</Footer>}
    >
      <ReadOnlyBanner organisationId={actor.organisationId} />
      {children}
    </PageShell>
  );
}
