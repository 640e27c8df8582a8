import type { ReactNode } from "react";
import { getTranslations } from "next-intl/server";
import { HouseMark } from "./mark";
import { NavList } from "./nav-list";
import type { NavItem, PanelIdentity, SignedIn } from "./navigation";

type Props = {
  panel: PanelIdentity;
  nav: NavItem[];
  person: SignedIn;
  current?: string | undefined;
  /** The form that signs out. */
  signOut?: ReactNode;
};

/** For a signed-in resident: their panel, their name, and the way out. */
export async function MemberHeader({ panel, nav, person, current, signOut }: Props) {
  const t = await getTranslations("design.words");
  return (
    <header className="site-header">
      <div className="site-header-row">
        <a href={panel.href} className="identity">
          <HouseMark name={panel.name} />
          <span>
            <span className="identity-name">{panel.name}</span>
            <span className="identity-organisation">{panel.organisation}</span>
          </span>
        </a>
        <div className="signed-in">
          <span>{t("signedInAs", { name: person.name })}</span>
          {signOut}
        </div>
      </div>
      <div className="site-header-nav">
        <NavList items={nav} label={t("menu")} current={current} />
      </div>
    </header>
  );
}
