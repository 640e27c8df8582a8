import { readLink } from "@/lib/auth/signed-link";
import { findLink } from "./find-link";

/** What the page of a link says, and its title with it: the title is what a screen reader says first. */
export type LinkStanding = "incomplete" | "ended" | "waiting" | "already" | "applied" | "joined";

/** The address of the page: the link, and what it says about who was on the panel before. */
export type LinkAddress = {
  params: Promise<{ token: string }>;
  searchParams: Promise<{ already?: string | string[] }>;
};

/** Where a link to confirm stands. One that was ours at any time has ended; anything else was cut off or made up. */
export async function whereLinkStands({ params, searchParams }: LinkAddress): Promise<LinkStanding> {
  const { token } = await params;
  const link = await findLink(token);
  if (link === null) return readLink("confirm", token, new Date(0)) === null ? "incomplete" : "ended";
  if (link.state !== "confirmed") return link.state;
  if ((await searchParams).already === "1") return "already";
  return link.panel.document.panel.joining === "round" ? "applied" : "joined";
}
