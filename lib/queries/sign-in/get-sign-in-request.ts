import { hashSignInCode, hashToken } from "@/lib/auth/secrets";
import { database } from "@/lib/db/client";
import { getPanelById, type PanelView } from "@/lib/queries/panel/get-panel";
import { listMembersAt, type MemberAtAddress } from "./list-members-at";

/** A sign-in that can still succeed. `here`: this is the browser that asked. */
export type SignInView = {
  readonly requestId: string;
  readonly audience: "member" | "staff";
  readonly panel: PanelView | null;
  readonly here: boolean;
};

async function openRequest(requestId: string, at: Date) {
  const request = await database().signInRequest.findUnique({ where: { id: requestId } });
  return request === null || request.consumedAt !== null || request.expiresAt <= at ? null : request;
}

/** The request, or null when it was used, has ended or never was. */
export async function getSignInRequest(
  requestId: string,
  browserToken: string | null,
  at: Date,
): Promise<SignInView | null> {
  const request = await openRequest(requestId, at);
  if (request === null) return null;
  const { organisationId, panelId, audience } = request;
  const panel =
    organisationId === null || panelId === null ? null : await getPanelById(organisationId, panelId);
  const here = browserToken !== null && hashToken(browserToken) === request.browserTokenHash;
  return { requestId, audience, panel, here };
}

/** One of the people who share an address, with what tells two records of one name apart. */
export type PersonToChoose = Pick<MemberAtAddress, "name" | "joinedAt" | "leftAt"> & {
  readonly memberId: string;
};

/**
 * The people who share the address of a request, for the browser that gave the right code; empty for anyone else.
 * @param asked the browser's secret; after the right code it is another, which proves it
 */
export async function listPeopleToChoose(
  asked: { readonly requestId: string; readonly browserToken: string },
  at: Date,
): Promise<readonly PersonToChoose[]> {
  const request = await openRequest(asked.requestId, at);
  if (request?.organisationId == null || request.panelId === null) return [];
  const proven =
    request.browserTokenHash === hashToken(asked.browserToken) &&
    request.codeHash === hashSignInCode(request.id, asked.browserToken);
  if (!proven) return [];
  const panel = { organisationId: request.organisationId, id: request.panelId };
  const people = await listMembersAt(database(), panel, request.addressHash);
  return people.map(({ id, name, joinedAt, leftAt }) => ({ memberId: id, name, joinedAt, leftAt }));
}
