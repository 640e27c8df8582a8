import { hashAddress } from "@/lib/auth/secrets";
import { Prisma } from "@/lib/db/generated/client";

const postcodeStart = /^[a-z]{1,2}\d[a-z\d]?(\s*\d[a-z]{0,2})?$/i;
/** A reference as it is read out: without the panel's letters before it (lib/policy/member-reference.ts). */
const bareReference = /^[0-9A-Z]{7}$/i;
const longest = 120;

/** A pattern for everything that begins with the text; the text's own wildcards stand for themselves. */
function beginsWith(text: string): string {
  return `${text.replace(/[\\%_]/g, "\\$&")}%`;
}

/** "oneill" and "o’neill" are O'Neill: an apostrophe that was left out or curled by a phone. */
function withApostrophe(words: string): string | null {
  return /^o[a-z]{3}/.test(words) ? `o'${words.slice(1)}` : null;
}

function byName(words: string): Prisma.Sql {
  const asTyped = words.toLowerCase().replaceAll("’", "'").replaceAll(",", " ").replace(/\s+/g, " ").trim();
  const written = withApostrophe(asTyped);
  if (written === null) return nameBeginning(asTyped);
  return Prisma.sql`(${nameBeginning(asTyped)} OR ${nameBeginning(written)})`;
}

function nameBeginning(asTyped: string): Prisma.Sql {
  const parts = asTyped.split(" ");
  const surnameFirst = [...parts.slice(-1), ...parts.slice(0, -1)].join(" ");
  if (parts.length > 1) {
    return Prisma.sql`(m.sort_name LIKE ${beginsWith(asTyped)} OR m.sort_name LIKE ${beginsWith(surnameFirst)})`;
  }
  return Prisma.sql`(m.sort_name LIKE ${beginsWith(asTyped)} OR lower(m.given_name) LIKE ${beginsWith(asTyped)})`;
}

function byEmail(organisationId: string, words: string): Prisma.Sql {
  const hash = hashAddress(words.normalize("NFKC").toLowerCase());
  return Prisma.sql`m.id IN (
    SELECT member_id FROM contact_point
    WHERE organisation_id = ${organisationId}::uuid AND address_hash = ${hash} AND kind = 'email' AND removed_at IS NULL)`;
}

function spaced(postcode: string): string {
  const bare = postcode.toUpperCase().replace(/\s+/g, "");
  return /\d[A-Z]{2}$/.test(bare) && bare.length >= 5
    ? `${bare.slice(0, -3)} ${bare.slice(-3)}`
    : postcode.toUpperCase();
}

/**
 * What the words of a search must match, each by an index: a whole e-mail address by its keyed hash; otherwise the
 * beginning of a reference, a postcode, or a name (surname, given name, or both in either order).
 */
export function searchCondition(organisationId: string, prefix: string, typed: string): Prisma.Sql {
  const words = typed.normalize("NFC").trim().slice(0, longest);
  if (words === "") return Prisma.sql`true`;
  if (words.includes("@")) return byEmail(organisationId, words);
  if (words.toUpperCase().startsWith(`${prefix.toUpperCase()}-`)) {
    return Prisma.sql`m.reference LIKE ${beginsWith(words.toUpperCase())}`;
  }
  if (bareReference.test(words)) {
    return Prisma.sql`(m.reference = ${`${prefix}-${words}`.toUpperCase()} OR ${byName(words)})`;
  }
  if (postcodeStart.test(words)) return Prisma.sql`m.postcode LIKE ${beginsWith(spaced(words))}`;
  return byName(words);
}
