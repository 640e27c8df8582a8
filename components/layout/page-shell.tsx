import type { ReactNode } from "react";
import { BrandStyle } from "./brand-style";

type Props = {
  header: ReactNode;
  footer?: ReactNode;
  /** Above the title: a back link or breadcrumbs. Outside `main`, so that the skip link passes them. */
  before?: ReactNode;
  /** The panel's colour, six-digit hex. */
  accent?: string | undefined;
  /** `dense` for staff and DPO. */
  density?: "calm" | "dense" | undefined;
  /** `reading` for words and questions, `page` for cards and lists, `wide` for tables. */
  width?: "reading" | "page" | "wide" | undefined;
  children: ReactNode;
};

/** The frame of every page: header, one main, footer, in the panel's colour. */
export function PageShell({
  header,
  footer,
  before,
  accent,
  density = "calm",
  width = "reading",
  children,
}: Props) {
  return (
    <BrandStyle accent={accent}>
      <div className="shell" data-density={density} data-width={width}>
        {header}
        <div className="shell-body">
          {before}
          <main id="main" tabIndex={-1} className="shell-main">
            {children}
          </main>
        </div>
        {footer}
      </div>
    </BrandStyle>
  );
}
