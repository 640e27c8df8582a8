import type { ReactNode } from "react";
import { readHex } from "./brand-colours";

/**
 * Everything inside wears the panel's colour. The colours come as a stylesheet of their own address and not as inline
 * style: the content security policy allows no inline style, and a page reached without a full load could not prove a
 * nonce of the page before.
 *
 * @param accent six-digit hex colour; anything else leaves the product's own green
 */
export function BrandStyle({ accent, children }: { accent?: string | undefined; children: ReactNode }) {
  const hex = readHex(accent ?? "")?.slice(1);
  if (hex === undefined) return <>{children}</>;
  return (
    <div data-brand={hex} className="contents">
      <link rel="stylesheet" href={`/brand/${hex}`} precedence="brand" />
      {children}
    </div>
  );
}
