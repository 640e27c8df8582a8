import { sql } from "../support/database";

/** What a schema gives to code that knows it, and what it asks of what that code writes; each with its particulars. */
export type LeanedOn = {
  /** Columns with their types, values of enums, functions with their results, and what the application may do to each. */
  readonly given: ReadonlyMap<string, string>;
  /** Columns that must be given, checks, keys and triggers, by the table that they watch. */
  readonly asked: ReadonlyMap<string, { readonly table: string; readonly how: string }>;
};

const given = `
  SELECT format('column %s.%s', c.relname, a.attname) AS what, format_type(a.atttypid, a.atttypmod) AS how
    FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'v', 'm', 'p')
  UNION ALL SELECT format('value %s.%s', t.typname, e.enumlabel), '' FROM pg_enum e JOIN pg_type t ON t.oid = e.enumtypid
    WHERE t.typnamespace = 'public'::regnamespace
  UNION ALL SELECT format('function %s(%s)', p.oid::regproc, oidvectortypes(p.proargtypes)),
      pg_get_function_result(p.oid) FROM pg_proc p
    WHERE p.pronamespace::regnamespace::text IN ('public', 'keyring') AND has_function_privilege('panel_app', p.oid, 'EXECUTE')
  UNION ALL SELECT format('right to %s %s.%s', lower(r.name), c.relname, a.attname), '' FROM pg_class c
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    CROSS JOIN unnest(ARRAY['SELECT', 'INSERT', 'UPDATE']) AS r(name)
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'v', 'm', 'p')
      AND has_column_privilege('panel_app', c.oid, a.attnum, r.name)
  UNION ALL SELECT format('right to delete %s', c.relname), '' FROM pg_class c
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND has_table_privilege('panel_app', c.oid, 'DELETE')`;

const asked = `
  SELECT c.relname AS table, format('column %s.%s must be given', c.relname, a.attname) AS what, '' AS how FROM pg_class c
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND a.attnotnull AND NOT a.atthasdef AND a.attidentity = ''
  UNION ALL SELECT c.relname, format('constraint %s.%s', c.relname, o.conname), pg_get_constraintdef(o.oid)
    FROM pg_constraint o JOIN pg_class c ON c.oid = o.conrelid
    WHERE c.relnamespace = 'public'::regnamespace AND o.contype NOT IN ('n', 't')
  UNION ALL SELECT c.relname, format('unique index %s.%s', c.relname, i.indexrelid::regclass), pg_get_indexdef(i.indexrelid)
    FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
    WHERE c.relnamespace = 'public'::regnamespace AND i.indisunique
      AND NOT EXISTS (SELECT FROM pg_constraint o WHERE o.conindid = i.indexrelid AND o.contype IN ('p', 'u', 'x'))
  UNION ALL SELECT c.relname, format('trigger %s.%s', c.relname, t.tgname), pg_get_triggerdef(t.oid)
    FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid WHERE c.relnamespace = 'public'::regnamespace AND NOT t.tgisinternal`;

/** Looks it up, in the schemas that are ours. */
export async function leanedOn(url: string): Promise<LeanedOn> {
  const gives = await sql<{ what: string; how: string }>(url, given);
  const asks = await sql<{ table: string; what: string; how: string }>(url, asked);
  return {
    given: new Map(gives.map(({ what, how }) => [what, how])),
    asked: new Map(asks.map(({ what, ...watched }) => [what, watched])),
  };
}

/** What code that knows `before` may miss in `after`, or be refused by it, in words; sorted. */
export function missed(before: LeanedOn, after: LeanedOn): readonly string[] {
  const tables = new Set(
    [...before.given.keys()].flatMap((what) => /^column (\w+)\./u.exec(what)?.[1] ?? []),
  );
  const types = new Set([...before.given.keys()].flatMap((what) => /^value (\w+)\./u.exec(what)?.[1] ?? []));
  // What may be done to a column goes with it.
  const stands = (what: string) =>
    !what.startsWith("right") || after.given.has(what.replace(/^right to \w+/u, "column"));
  const gone = [...before.given]
    .filter(
      ([what, how]) => after.given.get(what) !== how && (stands(what) || what.startsWith("right to delete")),
    )
    .map(([what]) => `${after.given.has(what) ? "changed" : "gone"}: ${what}`);
  const unknown = [...after.given.keys()].filter((what) => {
    const type = /^value (\w+)\./u.exec(what)?.[1];
    return type !== undefined && types.has(type) && !before.given.has(what);
  });
  const narrower = [...after.asked].filter(
    ([what, { table, how }]) => tables.has(table) && before.asked.get(what)?.how !== how,
  );
  const asks = narrower.map(([what]) => `asked: ${what}`);
  return [...gone, ...unknown.map((what) => `unknown: ${what}`), ...asks].toSorted();
}
