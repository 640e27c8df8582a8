import type { ReactNode } from "react";

export type ButtonTone = "primary" | "secondary" | "warning" | "quiet";

/** A link that looks like a button: goes somewhere. */
export function ButtonLink({
  href,
  tone = "primary",
  children,
}: {
  href: string;
  tone?: ButtonTone;
  children: ReactNode;
}) {
  return (
    <a href={href} className="button" data-tone={tone}>
      {children}
    </a>
  );
}

type ButtonProps = {
  tone?: ButtonTone;
  name?: string;
  value?: string;
  form?: string;
  /** Where this button takes the form instead, for a form that only asks for a page. */
  formAction?: string;
  children: ReactNode;
};

/** A button that posts the form around it (or the one named by `form`). `ActionForm` brings its own. */
export function Button({ tone = "primary", children, ...rest }: ButtonProps) {
  return (
    <button type="submit" className="button" data-tone={tone} {...rest}>
      {children}
    </button>
  );
}
