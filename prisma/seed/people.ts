import type { PolicyDocument } from "@/lib/policy/document";
import { phoneNumberOf } from "./phone-numbers";
import type { Random } from "./random";

// A fictional town. Names are drawn from common given and family names; nobody in particular is meant, and every
// address is on a street and a mail domain that do not exist (RFC 2606).

const givenNames = [
  "Aisha",
  "Alan",
  "Amina",
  "Andrew",
  "Angela",
  "Anita",
  "Barbara",
  "Ben",
  "Bilal",
  "Carol",
  "Chinedu",
  "Chloe",
  "Colin",
  "Daniel",
  "Dawn",
  "Deepa",
  "Derek",
  "Donna",
  "Elena",
  "Emma",
  "Farah",
  "Fiona",
  "Frank",
  "Gareth",
  "Gloria",
  "Grace",
  "Hannah",
  "Hassan",
  "Helen",
  "Ian",
  "Imran",
  "Irene",
  "Isla",
  "Jack",
  "Janet",
  "Jean",
  "Joan",
  "Joseph",
  "Joyce",
  "Karen",
  "Kwame",
  "Laura",
  "Leon",
  "Linda",
  "Maria",
  "Marcus",
  "Margaret",
  "Mehmet",
  "Michael",
  "Nadia",
  "Nigel",
  "Olu",
  "Oscar",
  "Pamela",
  "Patrick",
  "Pauline",
  "Rashid",
  "Rita",
  "Robert",
  "Rosa",
  "Ruth",
  "Samina",
  "Sandra",
  "Sean",
  "Sheila",
  "Simon",
  "Sofia",
  "Stella",
  "Sunil",
  "Susan",
  "Tariq",
  "Terry",
  "Thomas",
  "Valerie",
  "Victor",
  "Wendy",
  "Yasmin",
  "Zoe",
] as const;

const familyNames = [
  "Abbott",
  "Adeyemi",
  "Ahmed",
  "Archer",
  "Bailey",
  "Baker",
  "Begum",
  "Bell",
  "Blake",
  "Bradley",
  "Brook",
  "Byrne",
  "Campbell",
  "Carter",
  "Chapman",
  "Clarke",
  "Cole",
  "Cooper",
  "Dawson",
  "Dixon",
  "Doyle",
  "Ellis",
  "Farrell",
  "Fletcher",
  "Foster",
  "Gill",
  "Graham",
  "Grant",
  "Green",
  "Hale",
  "Hall",
  "Hughes",
  "Hussain",
  "Jackson",
  "Kaur",
  "Kelly",
  "Khan",
  "Lamb",
  "Lewis",
  "Lowe",
  "Marsh",
  "Mason",
  "Mensah",
  "Miller",
  "Moore",
  "Murphy",
  "Nolan",
  "Okafor",
  "Osei",
  "Page",
  "Parker",
  "Patel",
  "Pearce",
  "Price",
  "Quinn",
  "Rahman",
  "Reid",
  "Rowe",
  "Shah",
  "Sharma",
  "Shaw",
  "Simpson",
  "Singh",
  "Stone",
  "Sutton",
  "Tait",
  "Turner",
  "Walsh",
  "Ward",
  "Webb",
  "Whitfield",
  "Wood",
  "Wright",
  "Yilmaz",
  "Young",
] as const;

const streets = [
  "Alder Walk",
  "Beacon Road",
  "Canal Street",
  "Dyer's Row",
  "Elm Court",
  "Foundry Lane",
  "Garden Close",
  "Harbour View",
  "Ivy Terrace",
  "Juniper Way",
  "Kiln Street",
  "Linden Place",
  "Mill Bank",
  "North Parade",
  "Orchard Rise",
  "Priory Gardens",
  "Quarry Hill",
  "Rowan Avenue",
  "Station Square",
  "Tanner's Yard",
] as const;

/** How common each age band of a panel is, youngest first. */
const ageWeights = [4, 11, 17, 20, 23, 17, 8] as const;

function ageBands(document: PolicyDocument): readonly (readonly [string, number])[] {
  const input = document.fields.find(({ key }) => key === "ageBand")?.input;
  if (input === undefined || input.type === "text") return [];
  return input.options.map(({ value }, index) => [value, ageWeights[index] ?? 5] as const);
}

/** Who someone is, before they have agreed to anything. Missing details are null, as in life. */
export type Person = {
  readonly givenName: string;
  readonly familyName: string;
  readonly sortName: string;
  readonly addressLine1: string;
  readonly addressLine2: string | null;
  readonly town: string;
  readonly postcode: string;
  readonly area: string | null;
  readonly tenure: string | null;
  readonly ageBand: string | null;
  readonly interests: readonly string[];
  readonly email: string;
  readonly phone: string | null;
};

// Uneven on purpose: the first areas and tenures have several times the members of the last.
function uneven(names: readonly string[]): readonly (readonly [string, number])[] {
  return names.map((name, index) => [name, 1 / (1 + index * 0.6)] as const);
}

/** One person of the panel's town. `serial` keeps addresses apart. */
export function makePerson(random: Random, document: PolicyDocument, serial: number): Person {
  const givenName = random.pick(givenNames);
  const familyName = random.pick(familyNames);
  const area = random.weighted(uneven(document.areas));
  const bands = ageBands(document);
  const mailName = `${givenName}.${familyName}${serial}`.toLowerCase().replace(/[^a-z0-9.]/gu, "");
  return {
    givenName,
    familyName,
    sortName: `${familyName} ${givenName}`.toLowerCase(),
    addressLine1: `${random.between(1, 180)} ${random.pick(streets)}`,
    addressLine2: random.chance(0.15) ? `Flat ${random.between(1, 24)}` : null,
    town: area,
    postcode: `ZZ${random.between(1, 9)} ${random.between(1, 9)}AB`,
    area: random.chance(0.06) ? null : area,
    tenure: random.chance(0.09) ? null : random.weighted(uneven(document.tenures)),
    ageBand: bands.length === 0 || random.chance(0.14) ? null : random.weighted(bands),
    interests: document.interests.filter(() => random.chance(0.3)),
    email: `${mailName}@residents.example`,
    phone: random.chance(0.62) ? phoneNumberOf(serial) : null,
  };
}
