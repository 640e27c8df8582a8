import { headers } from "next/headers";
import type { NavEntry, NavGroup, NavItem } from "./navigation";

type Props = { items: NavEntry[]; label: string; current?: string | undefined };

/** Where we are: the link to mark, and how. */
type Here = { readonly href: string | undefined; readonly mark: "page" | "true" };

/**
 * A menu that wraps and never hides as a whole; what belongs together may stand under one word, to be opened with or without
 * JavaScript. The link for where we are is marked by `current` or, without it, by the longest address that the path begins
 * with.
 */
export async function NavList({ items, label, current }: Props) {
  const path = (await headers()).get("x-pathname") ?? "";
  const href = current ?? longestPrefix(items.flatMap(linksOf), path);
  // On a page below a link's own page it is not that page that is read.
  const here: Here = { href, mark: path === href ? "page" : "true" };
  return (
    <nav aria-label={label}>
      <ul className="nav-list">
        {items.map((entry) => (
          <li key={entry.label}>
            {"items" in entry ? <Group group={entry} here={here} /> : <Link item={entry} here={here} />}
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Link({ item, here }: { item: NavItem; here: Here }) {
  return (
    <a href={item.href} className="nav-link" aria-current={item.href === here.href ? here.mark : undefined}>
      {item.label}
    </a>
  );
}

/** Of the groups of one menu a single one stands open: they have the same name. */
function Group({ group, here }: { group: NavGroup; here: Here }) {
  const holdsHere = group.items.some(({ href }) => href === here.href);
  return (
    <details name="menu" className="nav-group">
      <summary className="nav-link" aria-current={holdsHere ? "true" : undefined}>
        {group.label}
      </summary>
      <ul>
        {group.items.map((item) => (
          <li key={item.href}>
            <Link item={item} here={here} />
          </li>
        ))}
      </ul>
    </details>
  );
}

function linksOf(entry: NavEntry): NavItem[] {
  return "items" in entry ? entry.items : [entry];
}

function longestPrefix(items: NavItem[], path: string): string | undefined {
  const matching = items
    .map((item) => item.href)
    .filter((href) => path === href || path.startsWith(`${href}/`));
  return matching.sort((one, other) => other.length - one.length)[0];
}
