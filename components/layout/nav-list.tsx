import { headers } from "next/headers";
import type { NavItem } from "./navigation";

type Props = { items: NavItem[]; label: string; current?: string | undefined };

/**
 * A menu that wraps and never hides behind a button. The link for where we are is marked by `current` or, without it, by the
 * longest address that the path begins with.
 */
export async function NavList({ items, label, current }: Props) {
  const path = (await headers()).get("x-pathname") ?? "";
  const here = current ?? longestPrefix(items, path);
  // On a page below a link's own page it is not that page that is read.
  const mark = path === here ? "page" : "true";
  return (
    <nav aria-label={label}>
      <ul className="nav-list">
        {items.map((item) => (
          <li key={item.href}>
            <a href={item.href} className="nav-link" aria-current={item.href === here ? mark : undefined}>
              {item.label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function longestPrefix(items: NavItem[], path: string): string | undefined {
  const matching = items
    .map((item) => item.href)
    .filter((href) => path === href || path.startsWith(`${href}/`));
  return matching.sort((one, other) => other.length - one.length)[0];
}
