import type { ReactNode } from "react";
import { getTranslations } from "next-intl/server";
import type { NavItem } from "./navigation";

/** Who is responsible, and where the promises are written down. */
export async function Footer({ links, children }: { links: NavItem[]; children?: ReactNode }) {
  const t = await getTranslations("design.words");
  return (
    <footer className="site-footer">
      <div className="site-footer-row">
        {links.length > 0 ? (
          <nav aria-label={t("footerMenu")}>
            <ul className="footer-links">
              {links.map((link) => (
                <li key={link.href}>
                  <a href={link.href}>{link.label}</a>
                </li>
              ))}
            </ul>
          </nav>
        ) : null}
        {children ? <div className="text-small text-muted">{children}</div> : null}
      </div>
    </footer>
  );
}
