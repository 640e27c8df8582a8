import pg from "pg";
import { disconnect, pool } from "@/lib/db/client";
import { getPanelById, type PanelView } from "@/lib/queries/panel/get-panel";
import type { PolicyDocument } from "@/lib/policy/document";
import { startCluster, TEMPLATE } from "../support/cluster";
import "../support/environment";
import { makePanel, presetDocument } from "../support/panel";

export const areas: readonly string[] = Array.from({ length: 21 }, (_, place) => `Area ${place}`);
const fourChannels = ["email", "sms", "call", "post"] as const;

/** Three purposes that rest on consent, each on four channels. */
function document(): PolicyDocument {
  const preset = presetDocument("customer-voices");
  const consent = preset.purposes.filter(({ lawfulBasis }) => lawfulBasis === "consent");
  const purposes = ["one", "two", "three"].map((key, slot) => {
    const like = consent[slot % consent.length];
    if (like === undefined) throw new Error("The preset asks for no consent");
    return { ...like, key, slot, messageKind: "research" as const, channels: fourChannels };
  });
  return { ...preset, purposes, areas };
}

/** One statement a table. Area 0 holds one member in twenty; two in three were ever asked, a third of all lately. */
const load = (members: number): readonly string[] => [
  `CREATE TABLE bench_who AS SELECT n, uuidv7() AS id, gen_random_uuid() AS ref,
     'Area ' || CASE WHEN random() < 0.05 THEN 0 ELSE 1 + n % 20 END AS area,
     CASE WHEN random() < 0.65 THEN now() - random() * interval '130 days' END AS asked,
     (SELECT array_agg(CASE WHEN random() < 0.6 THEN 0 ELSE 6 + (random() * 12)::int END)
      FROM generate_series(1, 12 + n * 0)) AS reasons
   FROM generate_series(1, ${members}) AS n`,
  `INSERT INTO member (organisation_id, id, panel_id, reference, subject_ref, state, given_name, family_name, sort_name,
     area, interests, joined_at, created_at)
   SELECT $1, id, $2, 'B-' || n, ref, 'member', 'Given', 'Family', 'family ' || n, area, '{}', now(), now()
   FROM bench_who`,
  `INSERT INTO contact_permission (organisation_id, member_id, panel_id, state, area, last_asked_at, permitted, reasons,
     policy_number)
   SELECT $1, id, $2, 'member', area, asked,
     (SELECT decode(string_agg(lpad(to_hex(b.bits), 2, '0'), '' ORDER BY b.channel), 'hex') FROM (
       SELECT c AS channel, sum(CASE WHEN w.reasons[c * 3 + p + 1] = 0 THEN 1 << p ELSE 0 END)::int AS bits
       FROM generate_series(0, 3) c, generate_series(0, 2) p GROUP BY c) b),
     (SELECT decode(string_agg(CASE WHEN p > 2 THEN 'ff' ELSE lpad(to_hex(w.reasons[c * 3 + p + 1]), 2, '0') END, ''
       ORDER BY c, p), 'hex') FROM generate_series(0, 3) c, generate_series(0, 7) p WHERE c < 3 OR p < 3), 1
   FROM bench_who w`,
  `CREATE TABLE bench_member AS SELECT id, area, asked AS last_asked_at FROM bench_who`,
  `CREATE TABLE bench_permission AS SELECT id AS member_id, p::smallint AS purpose, c::smallint AS channel,
     reasons[c * 3 + p + 1] = 0 AS granted
   FROM bench_who, generate_series(0, 3) c, generate_series(0, 2) p`,
  `ALTER TABLE bench_member ADD PRIMARY KEY (id)`,
  `CREATE INDEX ON bench_member (area, last_asked_at)`,
  `ALTER TABLE bench_permission ADD PRIMARY KEY (member_id, purpose, channel)`,
  `CREATE INDEX ON bench_permission (purpose, channel, member_id) WHERE granted`,
];

/** What the gate reads of the first members: an address, a notice, and a decision on each purpose and two channels. */
const facts = (members: number): readonly string[] => [
  `INSERT INTO wording SELECT $1, encode(sha256('May we?'), 'hex'), 'May we?', 'en', 'standard', now()`,
  `INSERT INTO contact_point (organisation_id, id, member_id, kind, value, normalised, address_hash, verified_at, created_at)
   SELECT $1, gen_random_uuid(), id, 'email', 'm' || n, 'm' || n, encode(sha256(n::text::bytea), 'hex'), now(), now()
   FROM bench_who WHERE n <= ${members}`,
  `INSERT INTO notice_shown (organisation_id, id, member_id, privacy_notice_id, language, format, place, shown_at, recorded_at)
   SELECT $1, gen_random_uuid(), w.id, p.privacy_notice_id, 'en', 'standard', 'join', now(), now()
   FROM bench_who w, panel p WHERE n <= ${members} AND p.id = $2`,
  `INSERT INTO consent_record (organisation_id, id, member_id, purpose_key, channel, decision, method, actor_kind, actor_ref,
     wording_hash, policy_version_id, effective_at, recorded_at, valid_until)
   SELECT $1, gen_random_uuid(), w.id, k, c::channel, CASE WHEN random() < 0.6 THEN 'given' ELSE 'refused' END::consent_decision,
     'web', 'member', w.ref, encode(sha256('May we?'), 'hex'), p.policy_version_id, now() - interval '1 day',
     now() - interval '1 day', NULL
   FROM bench_who w, panel p, unnest(ARRAY['one', 'two', 'three']) k, unnest(ARRAY['email', 'sms']) c
   WHERE n <= ${members} AND p.id = $2`,
];

/** A cluster of its own with one panel of this many members, and the same permissions in a row each beside it. */
export type LargeTown = {
  readonly panel: PanelView;
  readonly cluster: Awaited<ReturnType<typeof startCluster>>;
  readonly owner: pg.Client;
  readonly stop: () => Promise<void>;
};

/** Loads it. `decided` members also have what the gate reads, so that they can be decided again. */
export async function largeTown(members: number, decided: number): Promise<LargeTown> {
  const cluster = await startCluster({ durable: true });
  const { address, stop } = cluster;
  const inTemplate = (url: string): string => Object.assign(new URL(url), { pathname: `/${TEMPLATE}` }).href;
  process.env["DATABASE_URL"] = inTemplate(address.appUrl);
  const owner = new pg.Client({ connectionString: inTemplate(address.ownerUrl) });
  await owner.connect();
  const { organisationId, panelId } = await makePanel(owner, document());
  await owner.query("ALTER TABLE member DISABLE TRIGGER member_contact_permission_begun");
  await owner.query("SET synchronous_commit = off; SET maintenance_work_mem = '256MB'");
  for (const text of [...load(members), ...facts(decided)]) {
    const values = [organisationId, panelId].slice(0, text.includes("$2") ? 2 : text.includes("$1") ? 1 : 0);
    await owner.query(text, values);
  }
  await owner.query("ALTER TABLE member ENABLE TRIGGER member_contact_permission_begun");
  await owner.query("SET synchronous_commit = on");
  await owner.query("VACUUM (ANALYZE)");
  const panel = await getPanelById(organisationId, panelId);
  if (panel === null) throw new Error("The town has no panel");
  await pool().query("SELECT 1");
  return {
    ...{ panel, cluster, owner },
    stop: async () => {
      await owner.end();
      await disconnect();
      await stop();
    },
  };
}
