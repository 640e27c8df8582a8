import { brandColours, readHex } from "@/components/layout/brand-colours";

/** The stylesheet of one accent colour. Depends on its address alone, so it may be kept for ever. */
export async function GET(_request: Request, { params }: RouteContext<"/brand/[accent]">): Promise<Response> {
  const { accent } = await params;
  const hex = readHex(accent);
  if (hex === undefined) return new Response("", { status: 404 });
  const { fill, ink, text, tint } = brandColours(hex);
  const rule = `--color-brand:${fill};--color-brand-ink:${ink};--color-brand-text:${text};--color-brand-tint:${tint}`;
  return new Response(`[data-brand="${hex.slice(1)}"]{${rule}}`, {
    headers: {
      "Content-Type": "text/css; charset=utf-8",
      "Cache-Control": "public, max-age=31536000, immutable",
    },
  });
}
