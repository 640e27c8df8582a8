import type { ReactNode } from "react";
import { getTranslations } from "next-intl/server";
import { HouseMark } from "./mark";
import { NavList } from "./nav-list";
import type { NavItem, PanelIdentity } from "./navigation";

type Props = {
  panel: PanelIdentity;
  nav?: NavItem[] | undefined;
  current?: string | undefined;
  children?: ReactNode;
};

/** For anyone: whose panel this is, and a short menu. `children` is a slot at the end of the row. */
export async function PublicHeader({ panel, nav = [], current, children }: Props) {
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
        {nav.length > 0 ? <NavList items={nav} label={t("menu")} current={current} /> : null}
        {children}
      </div>
    </header>
  );
}
