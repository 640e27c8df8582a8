import { generateKeyPairSync, randomBytes, randomUUID } from "node:crypto";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { newId } from "@/lib/id";
import { checkpointText, originOf } from "@/lib/ledger/checkpoint/checkpoint";
import { signNote, verifierKey } from "@/lib/ledger/checkpoint/note";
import { publishCheckpoints } from "@/lib/ledger/checkpoint/publish";
import { signTree, type Signer } from "@/lib/ledger/checkpoint/sign";
import type { LedgerEvent } from "@/lib/ledger/event";
import { arranged } from "../../support/arranged";
import { append, reading } from "../history";

/** Who signs in a test: a key and a folder of its own. */
export function makeSigner(): Signer {
  const { privateKey } = generateKeyPairSync("ed25519");
  return {
    privateKey,
    dir: mkdtempSync(path.join(tmpdir(), "checkpoints-")),
    appUrl: "https://panel.example.org",
  };
}

/** So many of the smallest events there are. */
export function entries(count: number): readonly LedgerEvent[] {
  return Array.from({ length: count }, () => reading("trail"));
}

/** An organisation with so many entries, the last of them signed and published. */
export async function published(count: number) {
  const organisation = randomUUID();
  const signer = makeSigner();
  await append(organisation, entries(count));
  await signTree(organisation, signer);
  await publishCheckpoints(organisation, signer.dir);
  return { organisation, signer };
}

type Place = { readonly organisationId: string; readonly panelId: string; readonly staffId: string };

/**
 * An address on the list of a panel, and one more checkpoint to mail to it: what a mail of it is about. There is no ledger
 * behind it, so nothing else of the product looks at this organisation's.
 */
export async function makeRecipient({ organisationId, panelId, staffId }: Place, email: string) {
  const id = newId();
  const row = { organisationId, id, panelId, email, addedBy: staffId, addedAt: new Date() };
  const { privateKey, appUrl } = makeSigner();
  const origin = originOf(appUrl, organisationId, 1);
  const of = { organisationId, epoch: 1 };
  return arranged(async (tx) => {
    const size = BigInt(await tx.ledgerCheckpoint.count({ where: of })) + 1n;
    const root = randomBytes(32);
    const note = signNote(checkpointText({ origin, size, root }), { name: origin, privateKey });
    await tx.ledgerCheckpoint.create({ data: { ...of, size, root, note, signedAt: new Date() } });
    const key = { organisationId, verifierKey: verifierKey(origin, privateKey), firstUsedAt: new Date() };
    await tx.checkpointKey.create({ data: key });
    await tx.checkpointRecipient.create({ data: row });
    return { checkpointRecipientId: id, epoch: "1", size: String(size) };
  });
}
