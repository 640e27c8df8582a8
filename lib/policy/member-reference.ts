// A member's reference can be read out on a phone without mistakes: no vowels and no look-alikes, and a last
// character that betrays one wrong or two swapped characters.

const alphabet = "2346789BCDFGHJKMNPQRTVWXY";
const size = alphabet.length;
const drawn = 6;
/** None shares a factor with the alphabet's size and neighbours differ, so that single slips and swaps are caught. */
const weights = [1, 2, 3, 4, 6, 7] as const;

function checkCharacter(characters: string): string {
  const sum = weights.reduce(
    (total, weight, place) => total + weight * alphabet.indexOf(characters.charAt(place)),
    0,
  );
  return alphabet.charAt(sum % size);
}

/**
 * A reference such as "CV-7K3M9QX" from a panel's prefix and random bytes. The same bytes give the same reference;
 * draw again when it is taken (244 million a panel). Throws a RangeError for fewer than six bytes.
 */
export function memberReference(prefix: string, random: Uint8Array): string {
  if (random.length < drawn) throw new RangeError("A member reference needs at least six random bytes");
  let number = random.reduce((total, byte) => (total << 8n) | BigInt(byte), 0n);
  let characters = "";
  for (let place = 0; place < drawn; place += 1) {
    characters += alphabet.charAt(Number(number % BigInt(size)));
    number /= BigInt(size);
  }
  return `${prefix}-${characters}${checkCharacter(characters)}`;
}

/** A reference as typed or heard (any case, spaces, dashes) in its one written form, or null when it is none. */
export function readMemberReference(prefix: string, typed: string): string | null {
  const letters = typed.toUpperCase().replaceAll(/[\s\-–]/g, "");
  const characters = letters.startsWith(prefix) ? letters.slice(prefix.length) : letters;
  const body = characters.slice(0, drawn);
  const known =
    characters.length === drawn + 1 && [...characters].every((letter) => alphabet.includes(letter));
  return known && checkCharacter(body) === characters.charAt(drawn) ? `${prefix}-${characters}` : null;
}
