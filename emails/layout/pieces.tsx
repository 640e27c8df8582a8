import { Button, Heading as MailHeading, Link, Section, Text } from "react-email";
import type { ReactNode } from "react";
import { brandColours } from "@/components/layout/brand-colours";
import { colour, mono, small, text } from "./styles";

export function Title({ children }: { readonly children: ReactNode }) {
  return (
    <MailHeading
      as="h1"
      className="rp-ink"
      style={{ ...text, fontSize: "25px", lineHeight: "1.25", fontWeight: 700, margin: "0 0 16px" }}
    >
      {children}
    </MailHeading>
  );
}

export function Subtitle({ children }: { readonly children: ReactNode }) {
  return (
    <MailHeading
      as="h2"
      className="rp-ink"
      style={{ ...text, fontSize: "19px", lineHeight: "1.3", fontWeight: 700, margin: "24px 0 8px" }}
    >
      {children}
    </MailHeading>
  );
}

export function Paragraph({ children }: { readonly children: ReactNode }) {
  return (
    <Text className="rp-ink" style={text}>
      {children}
    </Text>
  );
}

export function Note({ children }: { readonly children: ReactNode }) {
  return (
    <Text className="rp-muted" style={{ ...small, margin: "0 0 14px" }}>
      {children}
    </Text>
  );
}

type Action = { readonly accent: string; readonly label: string; readonly url: string };

/** The one thing to press. */
export function ActionButton({ accent, label, url }: Action) {
  const brand = brandColours(accent);
  return (
    <Section style={{ margin: "8px 0 22px" }}>
      <Button
        href={url}
        style={{
          backgroundColor: brand.fill,
          color: brand.ink,
          borderRadius: "6px",
          fontSize: "17px",
          fontWeight: 600,
          padding: "14px 22px",
          textDecoration: "none",
        }}
      >
        {label}
      </Button>
    </Section>
  );
}

/** For a button that does not work in the reader's mail program. */
export function PlainAddress({
  hint,
  url,
  accent,
}: {
  readonly hint: string;
  readonly url: string;
  readonly accent: string;
}) {
  return (
    <Text className="rp-muted" style={small} data-text-part="leave-out">
      {hint}{" "}
      <Link
        className="rp-link"
        href={url}
        style={{ color: brandColours(accent).text, wordBreak: "break-all" }}
      >
        {url}
      </Link>
    </Text>
  );
}

export type Fact = { readonly label: string; readonly value: string; readonly url?: string };

/** A short list of labelled facts. */
export function Facts({ facts, accent }: { readonly facts: readonly Fact[]; readonly accent: string }) {
  return (
    <Section
      className="rp-sunk"
      style={{
        backgroundColor: colour.sunk,
        borderRadius: "6px",
        margin: "4px 0 20px",
        padding: "14px 18px 6px",
      }}
    >
      {facts.map(({ label, value, url }) => (
        <Text key={label} className="rp-ink" style={{ ...text, fontSize: "16px", margin: "0 0 10px" }}>
          <span className="rp-muted" style={{ color: colour.muted }}>
            {label}:
          </span>{" "}
          {url === undefined ? (
            <strong>{value}</strong>
          ) : (
            <Link className="rp-link" href={url} style={{ color: brandColours(accent).text }}>
              {value}
            </Link>
          )}
        </Text>
      ))}
    </Section>
  );
}

/** A code to be typed, in large figures with a gap in the middle. */
export function Code({ code }: { readonly code: string }) {
  return (
    <Section
      className="rp-sunk"
      style={{ backgroundColor: colour.sunk, borderRadius: "6px", margin: "4px 0 20px" }}
    >
      <Text
        className="rp-ink"
        style={{
          color: colour.ink,
          fontFamily: mono,
          fontSize: "32px",
          fontWeight: 700,
          letterSpacing: "3px",
          lineHeight: "1.2",
          margin: 0,
          padding: "18px",
          textAlign: "center",
        }}
      >
        {code}
      </Text>
    </Section>
  );
}
