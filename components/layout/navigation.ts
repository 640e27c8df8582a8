/** A link of a menu. */
export type NavItem = { href: string; label: string };

/** Whose pages these are. */
export type PanelIdentity = { name: string; organisation: string; href: string };

/** Who is signed in, and the form that signs out. */
export type SignedIn = { name: string; role?: string | undefined };
