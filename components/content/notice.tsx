import type { ReactNode } from "react";

export type NoticeTone = "info" | "success" | "warning" | "danger";

type BannerProps = {
  tone?: NoticeTone | undefined;
  title: string;
  /** Say it to a screen reader when it appears: for the answer to something just done. */
  announce?: boolean | undefined;
  children?: ReactNode;
};

const signs: Record<NoticeTone, string> = {
  info: "M12 10.5v6M12 7v.5",
  success: "m7.5 12.5 3 3 6-7",
  warning: "M12 6.5v7M12 16.5v.5",
  danger: "M12 6.5v7M12 16.5v.5",
};

/** Something to know before the rest of the page. */
export function NotificationBanner({ tone = "info", title, announce, children }: BannerProps) {
  return (
    <section
      className="banner"
      data-tone={tone}
      role={announce ? "alert" : undefined}
      aria-label={announce ? undefined : title}
    >
      <svg viewBox="0 0 24 24" className="banner-sign" aria-hidden="true" focusable="false">
        {tone === "warning" ? <path d="M12 2.5 22.5 21h-21z" /> : <circle cx="12" cy="12" r="10.5" />}
        <path className="banner-stroke" d={signs[tone]} />
      </svg>
      <div className="banner-words">
        <p className="banner-title">{title}</p>
        {children}
      </div>
    </section>
  );
}

/** A side remark: set apart, not shouted. */
export function InsetText({ children }: { children: ReactNode }) {
  return <div className="inset">{children}</div>;
}

/** More for those who want it. The browser's own, so it opens without scripts and is found by page search. */
export function Details({
  summary,
  open,
  children,
}: {
  summary: string;
  open?: boolean | undefined;
  children: ReactNode;
}) {
  return (
    <details className="details" open={open}>
      <summary>{summary}</summary>
      <div className="details-body">{children}</div>
    </details>
  );
}
