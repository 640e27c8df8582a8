import { getTranslations } from "next-intl/server";
import type { NavItem } from "./navigation";

/** One step back in a journey. A real address, not the browser's history: it works from a mail and without scripts. */
export async function BackLink({ href, label }: { href: string; label?: string | undefined }) {
  const t = await getTranslations("design.words");
  return (
    <p className="way-back">
      <a href={href}>
        <span aria-hidden="true">←</span> {label ?? t("back")}
      </a>
    </p>
  );
}

/** Where this page stands; the last item is the page itself and no link. */
export async function Breadcrumbs({ items, current }: { items: NavItem[]; current: string }) {
  const t = await getTranslations("design.words");
  return (
    <nav aria-label={t("breadcrumbs")} className="way-back">
      <ol className="breadcrumbs">
        {items.map((item) => (
          <li key={item.href}>
            <a href={item.href}>{item.label}</a>
          </li>
        ))}
        <li aria-current="page">{current}</li>
      </ol>
    </nav>
  );
}
