// What a member may ask for on their own page: the rights that the panel's bases bring into play (law.md 1, matrix). Saying
// stop is no request: it is a choice, which holds at once.
import type { PolicyDocument } from "../document";
import { rightApplies } from "../rights";
import type { RequestKind } from "./request";

export type OwnRight = {
  readonly kind: Exclude<RequestKind, "objection">;
  /** The purposes that it is about; empty where it is about everything. */
  readonly only: readonly string[];
};

const kinds = ["access", "rectification", "erasure", "restriction", "portability"] as const;

/** Those that apply to at least one purpose, with the names of these where there are others. */
export function ownRights({ purposes }: Pick<PolicyDocument, "purposes">): readonly OwnRight[] {
  return kinds.flatMap((kind) => {
    const covered = purposes.filter(({ lawfulBasis }) => rightApplies(kind, lawfulBasis) !== "no");
    if (covered.length === 0) return [];
    return [{ kind, only: covered.length === purposes.length ? [] : covered.map(({ name }) => name) }];
  });
}
