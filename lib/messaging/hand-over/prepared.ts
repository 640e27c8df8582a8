import type { RenderedMessage } from "@/lib/policy/gate/message-facts";
import type { Parcel } from "../smtp/connection";
import type { Judgement } from "../judge";
import type { Claimed } from "./claim";

/** A claimed delivery after the gate was asked again, and after its bytes were made. */
export type Prepared = {
  readonly delivery: Claimed;
  readonly policyVersionId: string;
  readonly judgement: Judgement;
  readonly contactPointId: string | null;
  /** What to hand over, or why there is nothing: refused by the gate, or impossible to write. */
  readonly message:
    | { readonly kind: "parcel"; readonly parcel: Parcel; readonly shown: RenderedMessage | null }
    | { readonly kind: "refused" }
    | { readonly kind: "unwritable"; readonly code: string };
};
