import { randomUUID } from "node:crypto";
import type { Fields } from "./rows";

const at = "2029-05-20T13:00:00Z";
const day = "2029-05-20";
const ofEpoch = () => ({ organisation_id: randomUUID(), epoch: 1 });
const root = Buffer.alloc(32, 7);

/** Acceptable rows of what is signed and published of the ledger. */
export const checkpointRows: Readonly<Record<string, () => Fields>> = {
  ledger_checkpoint: () => ({
    ...ofEpoch(),
    size: 3,
    root,
    note: `panel.example.org/ledger/1\n3\n${root.toString("base64")}\n\n— panel.example.org/ledger/1 AAAA\n`,
    signed_at: at,
  }),
  ledger_tile: () => ({ ...ofEpoch(), level: 0, index: 0, hashes: Buffer.alloc(8192), root }),
  checkpoint_cosignature: () => ({
    ...ofEpoch(),
    size: 3,
    verifier_key: "auditor.example/witness+00000000+AAAA",
    line: "— auditor.example/witness AAAA\n",
    cosigned_at: at,
  }),
  checkpoint_recipient: () => ({
    organisation_id: randomUUID(),
    id: randomUUID(),
    panel_id: randomUUID(),
    email: "audit@example.org",
    added_by: randomUUID(),
    added_at: at,
    mailed_on: day,
    mailed_epoch: 1,
    mailed_size: 3,
    mailed_delivery_id: randomUUID(),
  }),
};
