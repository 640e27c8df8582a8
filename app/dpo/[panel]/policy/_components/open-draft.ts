import { notFound, redirect } from "next/navigation";
import type { Route } from "next";
import { requireActor, type Granted } from "@/lib/auth/require-actor";
import { getPolicyDraft, type PolicyDraftView } from "@/lib/queries/policy/get-policy-draft";
import { itemsOf } from "@/lib/schemas/policy-item-form";
import { dpoPath } from "../../../_components/paths";
import { itemInPath } from "./draft-paths";

/** The draft to change; without one, or while it is somebody else's to decide, the way leads to the draft's own page. */
export async function openDraft(slug: string): Promise<{ granted: Granted; draft: PolicyDraftView }> {
  const granted = await requireActor("policy.edit", slug);
  const draft = await getPolicyDraft(granted);
  if (draft?.stage !== "editing") redirect(dpoPath(slug, "policy/draft") as Route);
  return { granted, draft };
}

/** The item that an address names, in the draft; "not found" for one that is not there. */
export function itemOf(draft: PolicyDraftView, part: string, id: string) {
  const named = itemInPath(part, id);
  if (named === null) notFound();
  if (named.isNew) return { ...named, value: {} };
  const found = itemsOf(draft.document, named.part).find((each) => each.id === named.item);
  if (found === undefined) notFound();
  return { ...named, value: found.item };
}
