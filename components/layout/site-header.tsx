import type { ReactNode } from "react";
import { getTranslations } from "next-intl/server";
import { Identity } from "./identity";
import { NavList } from "./nav-list";
import type { NavItem, PanelIdentity, SignedIn } from "./navigation";

type Props = {
  panel: PanelIdentity;
  nav?: NavItem[] | undefined;
  current?: string | undefined;
  /** A signed-in resident. The menu then has a line of its own, below their name. */
  person?: SignedIn | undefined;
  /** The form that signs out. */
  signOut?: ReactNode;
};

/** For residents and visitors: whose panel this is, a short menu, and, for who is signed in, their name and the way out. */
export async function SiteHeader({ panel, nav = [], current, person, signOut }: Props) {
  const t = await getTranslations("design.words");
  const menu = nav.length > 0 ? <NavList items={nav} label={t("menu")} current={current} /> : null;
  return (
    <header className="site-header">
      <div className="site-header-row">
        <Identity panel={panel} line={panel.organisation} />
        {person === undefined ? (
          menu
        ) : (
          <div className="signed-in">
            <span>{t("signedInAs", { name: person.name })}</span>
            {signOut}
          </div>
        )}
      </div>
      {person === undefined ? null : <div className="site-header-nav">{menu}</div>}
    </header>
  );
}
