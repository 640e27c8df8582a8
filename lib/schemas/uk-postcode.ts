/** A-Z and digits as the Royal Mail writes them: outward code, one space, inward code. */
const shape = /^([A-Z]{1,2}\d[A-Z\d]?)(\d[ABD-HJLNP-UW-Z]{2})$/;

/** The postcode as it is written, such as "WF13 1AX"; null when it cannot be one. */
export function readPostcode(typed: string): string | null {
  const match = shape.exec(typed.toUpperCase().replace(/[^A-Z\d]/g, ""));
  return match === null ? null : `${match[1]} ${match[2]}`;
}
