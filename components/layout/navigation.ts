/** A link of a menu. */
export type NavItem = { href: string; label: string };

/** Links of a menu that stand folded away under a word. */
export type NavGroup = { label: string; items: NavItem[] };

export type NavEntry = NavItem | NavGroup;

/** Whose pages these are. */
export type PanelIdentity = { name: string; organisation: string; href: string };

/** Who is signed in, and the form that signs out. */
export type SignedIn = { name: string; role?: string | undefined };
