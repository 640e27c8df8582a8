import { dpoPath } from "../../../_components/paths";

/** The address of a legal hold; `saved` when something was done with it just now. */
export function holdPath(slug: string, id: string, saved = false): string {
  return dpoPath(slug, `legal-holds/${id}`, saved ? { saved: "1" } : {});
}
