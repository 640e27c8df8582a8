/** Who a session belongs to, as the one string next-auth carries. */
export type Principal =
  | { readonly kind: "member"; readonly organisationId: string; readonly memberId: string }
  | { readonly kind: "staff"; readonly staffId: string };

export function writePrincipal(principal: Principal): string {
  return principal.kind === "member"
    ? `member:${principal.organisationId}:${principal.memberId}`
    : `staff:${principal.staffId}`;
}

/** The principal in a next-auth id, or null when there is none or it is not ours. */
export function readPrincipal(id: string | undefined): Principal | null {
  const [kind, first, second] = id?.split(":") ?? [];
  if (kind === "member" && first !== undefined && second !== undefined) {
    return { kind, organisationId: first, memberId: second };
  }
  if (kind === "staff" && first !== undefined) return { kind, staffId: first };
  return null;
}
