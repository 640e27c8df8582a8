import { randomUUID } from "node:crypto";
import type { BrowserContextOptions, Page } from "playwright-core";
import { linkIn, mailTo } from "@/tests/support/mailbox";
import { confirm, join, newResident, signIn, type Resident } from "../story/resident";
import { home } from "./actors";
import { callAction } from "./call-action";
import { idsIn, tokenOf } from "./links";
import { cookieOf, quietWindow } from "./sessions";

/** A member of their own, whom a test may let do anything without touching the demo's people. */
export type Newcomer = Facts & { readonly resident: Resident; readonly cookie: string };

/** What the links in someone's mails name. */
export type Facts = {
  readonly organisationId: string;
  readonly memberId: string;
  /** An address that waits for the press on the link in its mail. */
  readonly newAddress: { readonly email: string; readonly contactPointId: string; readonly token: string };
};

/** Asks for another address and reads, in the mail that goes there, the ids by which links name the member. */
export async function factsOf(cookie: string): Promise<Facts> {
  const email = `${randomUUID()}@residents.example`;
  const asked = await callAction("app/(member)/my/details/actions.ts#changeEmail", { email }, { cookie });
  if (asked.kind !== "redirect") throw new Error("The new address was not taken.");
  const token = tokenOf(linkIn(await mailTo(email), "/new-address/"));
  const [organisationId = "", memberId = "", contactPointId = ""] = idsIn(token);
  return { organisationId, memberId, newAddress: { email, contactPointId, token } };
}

/** Joins, confirms and signs in. */
export async function welcome(open: (options?: BrowserContextOptions) => Promise<Page>): Promise<Newcomer> {
  const resident = newResident();
  const page = await quietWindow(open);
  await join(page, home, resident);
  await confirm(page, resident);
  await signIn(page, home, resident);
  const cookie = await cookieOf(page);
  return { resident, cookie, ...(await factsOf(cookie)) };
}
