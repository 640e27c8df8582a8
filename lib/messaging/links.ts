import { signLink } from "@/lib/auth/signed-link";
import { readConfig } from "@/lib/config/config";
import type { Channel } from "@/lib/policy/vocabulary";

// The links in mails. Each opens a page (or takes a one-click POST) and acts on nothing by being opened.

const daySeconds = 86_400;

function address(path: string): string {
  return new URL(path, readConfig().appUrl).href;
}

/** An address of the web application, absolute. */
export function pageUrl(path: string): string {
  return address(path);
}

export function confirmUrl(organisationId: string, joinRequestId: string, expiresAt: Date): string {
  const token = signLink("confirm", {
    ids: [organisationId, joinRequestId],
    expiresAt: Math.floor(expiresAt.getTime() / 1000),
  });
  return address(`/confirm/${token}`);
}

/** Asks whoever reads a member's new address whether it is theirs; pressing the button there makes it so. */
export function newAddressUrl(
  organisationId: string,
  memberId: string,
  contactPointId: string,
  until: Date,
): string {
  const expiresAt = Math.floor(until.getTime() / 1000);
  return address(
    `/new-address/${signLink("newAddress", { ids: [organisationId, memberId, contactPointId], expiresAt })}`,
  );
}

/** Opens the sign-in page with the code filled in; pressing the button there signs in. */
export function signInUrl(requestId: string, code: string, expiresAt: Date): string {
  const token = signLink("signIn", {
    ids: [requestId, code],
    expiresAt: Math.floor(expiresAt.getTime() / 1000),
  });
  return address(`/sign-in/link/${token}`);
}

/** About one invitation: `about` is [invitationId]. Works for a year. */
export function invitationUrl(
  organisationId: string,
  memberId: string,
  invitationId: string,
  at: Date,
): string {
  const expiresAt = Math.floor(at.getTime() / 1000) + 365 * daySeconds;
  return address(
    `/invitation/${signLink("invitation", { ids: [organisationId, memberId, invitationId], expiresAt })}`,
  );
}

/** The page with all choices. Works for a year; the unsubscribe link beside it works for ever. */
export function preferencesUrl(organisationId: string, memberId: string, at: Date): string {
  const expiresAt = Math.floor(at.getTime() / 1000) + 365 * daySeconds;
  return address(`/preferences/${signLink("preferences", { ids: [organisationId, memberId], expiresAt })}`);
}

/** What an unsubscribe link stops: one purpose on one channel, at the address it was sent to. */
export type Unsubscribe = {
  readonly purposeKey: string;
  readonly channel: Channel;
  readonly contactPointId: string;
  readonly mailingId: string | null;
};

/** The one-click address of RFC 8058. A person's browser gets a page there, a mail program's POST stops at once. */
export function unsubscribeUrl(organisationId: string, memberId: string, stop: Unsubscribe): string {
  const ids = [
    organisationId,
    memberId,
    stop.purposeKey,
    stop.channel,
    stop.contactPointId,
    stop.mailingId ?? "",
  ];
  return address(`/api/unsubscribe/${signLink("unsubscribe", { ids, expiresAt: 0 })}`);
}

/** Reads what follows [organisationId, memberId] in an unsubscribe link; null when it is not whole. */
export function readUnsubscribe(about: readonly string[]): Unsubscribe | null {
  const [purposeKey, channel, contactPointId, mailingId] = about;
  if (purposeKey === undefined || channel !== "email" || contactPointId === undefined) return null;
  return {
    purposeKey,
    channel,
    contactPointId,
    mailingId: mailingId === undefined || mailingId === "" ? null : mailingId,
  };
}
