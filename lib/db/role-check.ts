import type { Pool } from "pg";

/** What would let a database role rewrite evidence, in words for the operator. */
const FAULTS = {
  superuser: "is a superuser",
  bypass: "bypasses row security (BYPASSRLS)",
  creates_roles: "may create roles",
  replicates: "may replicate (REPLICATION)",
  owns_database: "owns the database",
  owns_tables: "owns tables in it",
} as const;

const QUERY = `
  SELECT r.rolsuper AS superuser, r.rolbypassrls AS bypass, r.rolcreaterole AS creates_roles,
         r.rolreplication AS replicates,
         pg_has_role(current_user, d.datdba, 'MEMBER') AS owns_database,
         EXISTS (SELECT 1 FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                 WHERE n.nspname IN ('public', 'pgboss') AND c.relkind IN ('r', 'p')
                   AND pg_has_role(current_user, c.relowner, 'MEMBER')) AS owns_tables
  FROM pg_roles r, pg_database d
  WHERE r.rolname = current_user AND d.datname = current_database()`;

/**
 * Why the role behind this connection is too powerful for web and worker, or null when it is fit. The ledger is only
 * append-only while the application cannot take its guards away.
 */
export async function findRoleFault(pool: Pick<Pool, "query">): Promise<string | null> {
  const { rows } = await pool.query<Record<keyof typeof FAULTS, boolean>>(QUERY);
  const [rights] = rows;
  if (rights === undefined) return "cannot be looked up";
  const found = (Object.keys(FAULTS) as (keyof typeof FAULTS)[]).filter((name) => rights[name]);
  return found.length === 0 ? null : found.map((name) => FAULTS[name]).join(", ");
}
