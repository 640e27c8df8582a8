import { hashAddress } from "@/lib/auth/secrets";
import { newId } from "@/lib/id";
import { stopLines, type StopLine, type StopScope, type StoppedAddress } from "@/lib/policy/stop-lines";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import { ok, refuse, refuseFields, type Fault, type Result } from "@/lib/result";
import { faultsOf } from "@/lib/schemas/csv-table";
import type { StagedStop } from "@/lib/schemas/staged-list";
import type { ReceivedNo } from "@/lib/schemas/suppression";
import { actingStaff } from "../activity/acting-staff";
import type { Ctx } from "../context";

type Input = { readonly panel: PanelView; readonly received: readonly ReceivedNo[] };

/** Where a "no" reaches: an address by its hash, a person by their random reference, or both. */
type Place = Pick<StagedStop, "addressHash" | "addressHint" | "subjectRef"> & {
  readonly kind: StoppedAddress | null;
};

function scopeOf(scope: string): StopScope {
  return scope === "everything" || scope === "marketing" ? { all: scope } : { purposeKey: scope };
}

/** The person, and every address of theirs: the one is found again while they are a member, the others for good (RT-3). */
async function placesOfMember(
  ctx: Ctx,
  panel: PanelView,
  reference: string,
): Promise<readonly Place[] | null> {
  const { organisationId, id: panelId } = panel;
  const member = await ctx.tx.member.findUnique({
    where: { organisationId_panelId_reference: { organisationId, panelId, reference } },
    select: {
      subjectRef: true,
      contactPoints: {
        where: { removedAt: null },
        select: { kind: true, normalised: true, addressHash: true },
      },
    },
  });
  if (member === null) return null;
  const { subjectRef, contactPoints } = member;
  return [
    { kind: null, addressHash: null, addressHint: null, subjectRef },
    ...contactPoints.map(({ kind, normalised, addressHash }) => {
      return { kind, addressHash, addressHint: normalised.slice(-2), subjectRef };
    }),
  ];
}

async function placesOf(ctx: Ctx, panel: PanelView, { whose }: ReceivedNo): Promise<readonly Place[] | null> {
  if (whose.kind === "member") return placesOfMember(ctx, panel, whose.reference);
  const { kind, normalised } = whose.address;
  const addressHash = hashAddress(normalised);
  return [{ kind, addressHash, addressHint: normalised.slice(-2), subjectRef: null }];
}

function staged({ receivedOn, source, evidence }: ReceivedNo, place: Place, line: StopLine): StagedStop {
  const { kind: _, ...whose } = place;
  return { ...whose, ...line, receivedOn, source, evidence };
}

type Read = { readonly rows: readonly StagedStop[] } | { readonly field: string; readonly fault: Fault };

async function read(ctx: Ctx, panel: PanelView, no: ReceivedNo): Promise<Read> {
  const { line, scope } = no;
  const wrong = (field: string, code: string): Read =>
    line === undefined
      ? { field, fault: { code: `suppression.${field}.${code}` } }
      : { field: "list", fault: { code: "list.channelNotUsed", params: { line } } };
  const known = !("purposeKey" in scopeOf(scope)) || panel.document.purposes.some(({ key }) => key === scope);
  if (!known) return wrong("scope", "missing");
  const places = await placesOf(ctx, panel, no);
  if (places === null) return wrong("reference", "unknown");
  const rows = places.flatMap((place) =>
    stopLines(panel.document, scopeOf(scope), no.channels, place.kind).map((each) => staged(no, place, each)),
  );
  return rows.length === 0 ? wrong("channels", "notUsed") : { rows };
}

/**
 * Keeps what staff received until they confirm it, as keyed hashes: all of it, or none and what is wrong with each line.
 * Nobody is stopped yet.
 * @returns the id of what waits to be confirmed.
 */
export async function stageSuppressions(ctx: Ctx, { panel, received }: Input): Promise<Result<string>> {
  const staffId = actingStaff(ctx, "suppression.add", panel.id);
  if (staffId === null) return refuse("form.notPermitted");
  const rows: StagedStop[] = [];
  const faults: { readonly field: string; readonly fault: Fault }[] = [];
  for (const no of received) {
    const answer = await read(ctx, panel, no);
    if ("rows" in answer) rows.push(...answer.rows);
    else faults.push(answer);
  }
  const [first] = faults;
  if (first !== undefined) return refuseFields({ [first.field]: faultsOf(faults.map(({ fault }) => fault)) });
  const { organisationId, id: panelId } = panel;
  const id = newId(ctx.at);
  const upload = { organisationId, id, panelId, uploadedBy: staffId, uploadedAt: ctx.at };
  await ctx.tx.listUpload.create({ data: { ...upload, kind: "suppression", rows } });
  return ok(id);
}
