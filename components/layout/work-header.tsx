import type { ReactNode } from "react";
import { getTranslations } from "next-intl/server";
import { Identity } from "./identity";
import { ShieldMark } from "./mark";
import { NavList } from "./nav-list";
import type { NavEntry, NavItem, PanelIdentity, SignedIn } from "./navigation";

export type WorkHeaderProps = {
  panel: PanelIdentity;
  nav: NavEntry[];
  person: SignedIn;
  current?: string | undefined;
  /** The form that signs out. */
  signOut?: ReactNode;
  /** Where to go to work on another panel. */
  otherPanels?: NavItem[] | undefined;
};

/** Engagement staff: dark, dense, always saying which panel the next press touches. */
export function StaffHeader(props: WorkHeaderProps) {
  return <WorkHeader {...props} area="staff" />;
}

/** The data protection side: another ground and another sign, so that nobody mistakes which hat they wear. */
export function DpoHeader(props: WorkHeaderProps) {
  return <WorkHeader {...props} area="dpo" />;
}

async function WorkHeader({
  panel,
  nav,
  person,
  current,
  signOut,
  otherPanels = [],
  area,
}: WorkHeaderProps & { area: "staff" | "dpo" }) {
  const t = await getTranslations("design.words");
  return (
    <header className="work-header" data-area={area}>
      <div className="work-header-bar" data-ground="dark">
        <div className="work-header-row">
          <Identity
            panel={panel}
            line={`${t(area)} · ${panel.organisation}`}
            mark={area === "dpo" ? <ShieldMark /> : undefined}
          />
          {otherPanels.length > 0 ? (
            <NavList items={otherPanels} label={t("otherPanels")} current="" />
          ) : null}
          <div className="signed-in">
            <span>
              {person.name}
              {person.role ? <span className="signed-in-role">{person.role}</span> : null}
            </span>
            {signOut}
          </div>
        </div>
      </div>
      <div className="work-header-nav">
        <NavList items={nav} label={t("menu")} current={current} />
      </div>
    </header>
  );
}
