import { hashAddress } from "@/lib/auth/secrets";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import { readContactAddress } from "@/lib/schemas/contact-address";
import type { ReadDecision } from "@/lib/schemas/decision-list";
import type { Ctx } from "../context";

/** The member a line names, or why there is none: nobody bears the name, or several do. */
export type Named = { readonly id: string } | { readonly code: "unknownMember" | "severalMembers" };

function fingerprint(cell: string): string | null {
  const address = cell.includes("@") ? readContactAddress(cell) : null;
  return address === null ? null : hashAddress(address.normalised);
}

type ByAddress = { readonly hash: string; readonly id: string };

async function atAddresses(ctx: Ctx, { organisationId, id }: PanelView, hashes: readonly string[]) {
  if (hashes.length === 0) return new Map<string, readonly ByAddress[]>();
  const rows = await ctx.tx.$queryRaw<ByAddress[]>`
    select distinct c.address_hash as hash, m.id::text as id from contact_point c
    join member m on m.organisation_id = c.organisation_id and m.id = c.member_id
    where c.organisation_id = ${organisationId}::uuid and c.address_hash = any(${[...hashes]}::text[])
      and c.removed_at is null and m.panel_id = ${id}::uuid and m.state <> 'erased'`;
  return Map.groupBy(rows, ({ hash }) => hash);
}

/** Whom the lines name, by reference or by an e-mail address that one member alone uses. */
export async function membersNamed(
  ctx: Ctx,
  panel: PanelView,
  lines: readonly ReadDecision[],
): Promise<ReadonlyMap<string, Named>> {
  const cells = [...new Set(lines.map(({ member }) => member))];
  const { organisationId, id: panelId } = panel;
  const references = cells
    .filter((cell) => !cell.includes("@"))
    .flatMap((cell) => [cell, cell.toUpperCase()]);
  const found = await ctx.tx.member.findMany({
    where: { organisationId, panelId, reference: { in: references }, state: { not: "erased" } },
    select: { id: true, reference: true },
  });
  const byReference = new Map(found.map(({ id, reference }) => [reference, id]));
  const byAddress = await atAddresses(
    ctx,
    panel,
    cells.flatMap((cell) => fingerprint(cell) ?? []),
  );
  return new Map(
    cells.map((cell): [string, Named] => {
      const hash = fingerprint(cell);
      const reference = byReference.get(cell) ?? byReference.get(cell.toUpperCase());
      const ids = hash === null ? [reference ?? []].flat() : (byAddress.get(hash) ?? []).map(({ id }) => id);
      const [id] = ids;
      if (id === undefined) return [cell, { code: "unknownMember" }];
      return [cell, ids.length > 1 ? { code: "severalMembers" } : { id }];
    }),
  );
}

type NamedNotice = { readonly id: string; readonly publishedAt: Date };

/** The panel's notices by their numbers. */
export async function noticesNamed(
  ctx: Ctx,
  { organisationId, id: panelId }: PanelView,
  lines: readonly ReadDecision[],
): Promise<ReadonlyMap<number, NamedNotice>> {
  const numbers = [...new Set(lines.flatMap(({ notice }) => notice ?? []))];
  if (numbers.length === 0) return new Map();
  const notices = await ctx.tx.privacyNotice.findMany({
    where: { organisationId, panelId, number: { in: numbers }, language: "en", format: "standard" },
    select: { id: true, number: true, publishedAt: true },
  });
  return new Map(notices.map(({ number, ...notice }) => [number, notice]));
}
