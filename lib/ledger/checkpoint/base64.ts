/** The bytes that base64 stands for (RFC 4648, section 4, padded), or null when this is not the one way to write them. */
export function fromBase64(text: string): Buffer | null {
  const bytes = Buffer.from(text, "base64");
  return bytes.toString("base64") === text ? bytes : null;
}
