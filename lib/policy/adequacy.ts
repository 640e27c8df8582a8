// Where data may go by regulations of the Secretary of State, and where it needs a contract (UK GDPR 44A-49A; law.md AC-5).
// As at November 2026; the data protection officer confirms it before relying on it (law.md 14).

/** `partly`: only for some recipients there. `listed`: only if the recipient is on a list. */
export type Adequacy = "approved" | "partly" | "listed" | "none";

type Place = { readonly pattern: RegExp; readonly adequacy: Adequacy };

function place(adequacy: Adequacy, ...names: readonly string[]): Place {
  return { adequacy, pattern: new RegExp(`\\b(?:${names.join("|")})\\b`, "iu") };
}

const places: readonly Place[] = [
  place(
    "approved",
    "european economic area|eea|austria|belgium|bulgaria|croatia|cyprus|czechia|czech republic|denmark|estonia",
    "finland|france|germany|greece|hungary|iceland|ireland|italy|latvia|liechtenstein|lithuania|luxembourg|malta",
    "netherlands|norway|poland|portugal|romania|slovakia|slovenia|spain|sweden",
    "switzerland|israel|new zealand|south korea|republic of korea|gibraltar|guernsey|jersey|isle of man",
    "andorra|argentina|faroe islands|uruguay",
  ),
  place("partly", "canada", "japan"),
  place("listed", "united states", "united states of america", "usa"),
  { adequacy: "listed", pattern: /\bU\.?S\.?\b/u },
  place("none", "australia", "turkey", "türkiye", "india", "china", "philippines", "south africa", "brazil"),
];

const unitedKingdom = /^(the )?(united kingdom|uk|england|scotland|wales|northern ireland|great britain)\b/iu;

/** Whether a recipient holds data only in the United Kingdom. "UK and United States" does not. */
export function isInUnitedKingdom(where: string): boolean {
  return unitedKingdom.test(where.trim()) && !/(,|\band\b|\bor\b|\/|&|;|\+)/iu.test(where);
}

/** What the places that a text names are approved for, each kind once; empty when it names none that is known. */
export function adequacyOf(where: string): readonly Adequacy[] {
  const named = where.replace(/northern ireland/giu, "");
  return [...new Set(places.filter(({ pattern }) => pattern.test(named)).map(({ adequacy }) => adequacy))];
}
