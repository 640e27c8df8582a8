import type { ActionRow } from "./actions";

// Nobody began a run of this id.
const run = "5e1f0000-0000-4000-8000-000000000001";

/** The actions of disposal runs, with forms that are read and of which nothing is kept: nothing was due in 1990. */
export const disposalActions: Readonly<Record<string, ActionRow>> = {
  "app/dpo/[panel]/retention/actions.ts#beginDisposal": {
    verb: "disposal.begin",
    of: "panel",
    form: { "asOf-day": "1", "asOf-month": "1", "asOf-year": "1990" },
  },
  "app/dpo/[panel]/retention/actions.ts#approveDisposalRun": {
    verb: "disposal.approve",
    of: "panel",
    form: { run, sure: "on" },
  },
  "app/dpo/[panel]/retention/actions.ts#cancelDisposalRun": {
    verb: "disposal.begin",
    of: "panel",
    form: { run },
  },
};
