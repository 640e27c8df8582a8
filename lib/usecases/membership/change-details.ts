import { appendEntry } from "@/lib/ledger/append";
import type { NoticeFormat } from "@/lib/policy/notice-editions";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import { ok, refuse, type Result } from "@/lib/result";
import { projectPermission } from "../consent/project-permission";
import type { Ctx } from "../context";
import { actingMember, lockActingMember } from "./acting-member";
import { keepPhone, type Phone } from "./keep-phone";
import { keepAttributes, type AttributeAnswers } from "./keep-attributes";

/** One part of what a member may put right. Null clears what may be left empty. */
export type ChangedDetails =
  | { readonly part: "name"; readonly givenName: string; readonly familyName: string }
  | {
      readonly part: "address";
      readonly addressLine1: string | null;
      readonly addressLine2: string | null;
      readonly town: string | null;
      readonly postcode: string | null;
    }
  | { readonly part: "phone"; readonly phone: Phone | null }
  /** In which format they would like to read. */
  | { readonly part: "format"; readonly preferredFormat: NoticeFormat }
  | {
      readonly part: "about";
      /** Only what the panel asks; anything left out stays as it is. */
      readonly columns: {
        readonly area?: string | null;
        readonly tenure?: string | null;
        readonly ageBand?: string | null;
        readonly interests?: readonly string[];
      };
      readonly attributes: AttributeAnswers;
    };

function columnsOf(details: ChangedDetails) {
  switch (details.part) {
    case "name":
      return {
        givenName: details.givenName,
        familyName: details.familyName,
        sortName: `${details.familyName} ${details.givenName}`.toLowerCase(),
      };
    case "address": {
      const { part: _part, ...columns } = details;
      return columns;
    }
    case "phone":
      return {};
    case "format":
      return { preferredFormat: details.preferredFormat };
    case "about": {
      const { interests, ...columns } = details.columns;
      return { ...columns, ...(interests === undefined ? {} : { interests: [...interests] }) };
    }
  }
}

/** Which member columns differ from what was typed. */
function differing(
  before: Readonly<Record<string, unknown>>,
  columns: Readonly<Record<string, unknown>>,
): string[] {
  return Object.keys(columns).filter((key) => JSON.stringify(before[key]) !== JSON.stringify(columns[key]));
}

/**
 * A member puts their details right (Article 16). What is kept of the change is which fields changed, never what they
 * were; saving what was there already changes nothing.
 */
export async function changeDetails(
  ctx: Ctx,
  { panel, details }: { readonly panel: PanelView; readonly details: ChangedDetails },
): Promise<Result<{ readonly changed: readonly string[] }>> {
  const { organisationId, memberId, method } = actingMember(ctx);
  const { subjectRef, state } = await lockActingMember(ctx);
  if (state !== "member" && state !== "applicant") return refuse("membership.over");
  const where = { organisationId_id: { organisationId, id: memberId } };
  const before = await ctx.tx.member.findUniqueOrThrow({ where });
  const columns = columnsOf(details);
  const changed = differing(before, columns).filter((key) => key !== "sortName");
  if (changed.length > 0) await ctx.tx.member.update({ where, data: columns });
  if (details.part === "phone" && (await keepPhone(ctx, details.phone))) changed.push("phone");
  if (details.part === "about") changed.push(...(await keepAttributes(ctx, details.attributes)));
  if (changed.length === 0) return ok({ changed });
  await projectPermission(ctx.tx, panel, [memberId], ctx.at);
  await appendEntry(ctx, organisationId, {
    eventType: "member.detailsChanged",
    panelId: panel.id,
    subjectRef,
    effectiveAt: ctx.at,
    data: { fields: changed, method },
  });
  return ok({ changed });
}
