import { pool } from "@/lib/db/client";
import { authorise, type Viewer } from "@/lib/queries/staff/viewer";

/** Where checkpoints leave the house for. */
export type PublicationPlace = "file" | "mail" | "witness";

/** The newest checkpoint at a place; null while there was none. */
export type AtPlace = {
  readonly place: PublicationPlace;
  readonly size: bigint | null;
  readonly publishedAt: Date | null;
};

export type CheckpointRecipientView = {
  readonly id: string;
  readonly email: string;
  readonly addedAt: Date;
  /** Civil day of the last mail, and what it covered. */
  readonly mailedOn: string | null;
  readonly mailedSize: bigint | null;
  /** Of that mail: "queued", "sent", "failed", "unknown" …; null while there was none. */
  readonly delivery: string | null;
};

export type PublicationState = {
  readonly places: readonly AtPlace[];
  readonly recipients: readonly CheckpointRecipientView[];
};

const places = `SELECT w.place, p.size::text, p.published_at AS "publishedAt"
  FROM unnest(ARRAY['file', 'mail', 'witness']::checkpoint_place[]) WITH ORDINALITY AS w(place, nth)
  LEFT JOIN LATERAL (SELECT size, published_at FROM checkpoint_publication p
    WHERE p.organisation_id = $1 AND p.place = w.place ORDER BY p.epoch DESC, p.size DESC LIMIT 1) p ON true
  ORDER BY w.nth`;

const recipients = `SELECT r.id, r.email, r.added_at AS "addedAt", r.mailed_on::text AS "mailedOn",
    r.mailed_size::text AS "mailedSize", d.state::text AS delivery
  FROM checkpoint_recipient r
  LEFT JOIN delivery d ON d.organisation_id = r.organisation_id AND d.id = r.mailed_delivery_id
  WHERE r.organisation_id = $1 ORDER BY r.email`;

type Sized<T, Key extends keyof T> = Omit<T, Key> & Readonly<Record<Key, string | null>>;

const sizeOf = (text: string | null) => (text === null ? null : BigInt(text));

/** For the data protection officer: where checkpoints went last, and the addresses that get them. */
export async function getPublicationState(viewer: Viewer): Promise<PublicationState> {
  authorise(viewer, "checkpoint.view");
  const { organisationId } = viewer.panel;
  const [at, to] = await Promise.all([
    pool().query<Sized<AtPlace, "size">>(places, [organisationId]),
    pool().query<Sized<CheckpointRecipientView, "mailedSize">>(recipients, [organisationId]),
  ]);
  return {
    places: at.rows.map((row) => ({ ...row, size: sizeOf(row.size) })),
    recipients: to.rows.map((row) => ({ ...row, mailedSize: sizeOf(row.mailedSize) })),
  };
}
