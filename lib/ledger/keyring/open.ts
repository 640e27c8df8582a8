import { readConfig } from "@/lib/config/config";
import { pool } from "@/lib/db/client";
import { KeyUnavailable, unwrapKey, type KeyOwner } from "./keks";
import { openText, type SealedPlace } from "./sealed-field";

/** What reading a sealed value gives. `unavailable`: its key-encryption key is not here, or the value is not this place's. */
export type SealedReading =
  | { readonly state: "open"; readonly value: string }
  | { readonly state: "erased"; readonly on: Date }
  | { readonly state: "unavailable" };

type Found = {
  readonly key_version: number | null;
  readonly kek_version: number | null;
  readonly wrapped: Buffer | null;
  readonly erased_at: Date | null;
};

const find = {
  name: "find-key",
  // An older keyring that came back may not know yet who was erased: the trail does.
  text: `SELECT key_version, kek_version, wrapped, coalesce(destroyed_at, (SELECT min(effective_at) FROM ledger_entry
      WHERE organisation_id = $1 AND subject_ref = $2 AND event_type = 'subject.erased')) AS erased_at
    FROM keyring.find_key($1, $2)`,
};

/** A sealed value and where in its entry it stands. */
export type SealedText = { readonly place: SealedPlace; readonly sealed: string };

function opened(key: Buffer, { place, sealed }: SealedText): SealedReading {
  try {
    return { state: "open", value: openText(key, place, sealed) };
  } catch {
    return { state: "unavailable" };
  }
}

/** Opens sealed values of one person, in the order given. Who may read them is the caller's to ask. */
export async function openSealed(
  owner: KeyOwner,
  texts: readonly SealedText[],
): Promise<readonly SealedReading[]> {
  const values = [owner.organisationId, owner.subjectRef];
  const [found] = (await pool().query<Found>({ ...find, values })).rows;
  const erasedAt = found?.erased_at ?? null;
  if (erasedAt !== null) return texts.map(() => ({ state: "erased", on: erasedAt }));
  const { key_version: keyVersion = null, kek_version: kekVersion = null, wrapped = null } = found ?? {};
  if (keyVersion === null || kekVersion === null || wrapped === null)
    return texts.map(() => ({ state: "unavailable" }));
  try {
    const key = unwrapKey(readConfig().ledgerKeks, owner, { keyVersion, kekVersion, wrapped });
    return texts.map((text) => opened(key, text));
  } catch (fault) {
    if (!(fault instanceof KeyUnavailable)) throw fault;
    return texts.map(() => ({ state: "unavailable" }));
  }
}
