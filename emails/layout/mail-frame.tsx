import { Body, Container, Head, Html, Link, Preview, Section, Text } from "react-email";
import type { ReactNode } from "react";
import { brandColours } from "@/components/layout/brand-colours";
import { body, colour, darkSheet, small, text } from "./styles";

/** Who wrote, why the reader gets this, how to stop it: in every mail, in words that are ready to be shown. */
export type MailFrameProps = {
  readonly language: string;
  readonly panelName: string;
  /** Six-digit hex colour of the panel. */
  readonly accent: string;
  readonly preview: string;
  readonly from: { readonly title: string; readonly sentence: string; readonly contact: string };
  readonly why: { readonly title: string; readonly sentence: string };
  readonly stop: {
    readonly title: string;
    readonly sentence: string;
    readonly links: readonly { readonly label: string; readonly url: string }[];
  };
};

type Part = { readonly title: string; readonly children: ReactNode };

function FooterPart({ title, children }: Part) {
  return (
    <Section style={{ marginBottom: "12px" }}>
      <Text className="rp-muted" style={{ ...small, fontWeight: 600, margin: "0 0 2px" }}>
        {title}
      </Text>
      {children}
    </Section>
  );
}

/** The paper every mail is written on: the panel's name in its colour, the letter, and the three promises below. */
export function MailFrame({
  frame,
  children,
}: {
  readonly frame: MailFrameProps;
  readonly children: ReactNode;
}) {
  const brand = brandColours(frame.accent);
  return (
    <Html lang={frame.language} dir="ltr">
      <Head>
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <style dangerouslySetInnerHTML={{ __html: darkSheet }} />
      </Head>
      <Preview>{frame.preview}</Preview>
      <Body className="rp-body" style={body}>
        <Container style={{ maxWidth: "600px", width: "100%", padding: "0 12px" }}>
          <Section style={{ backgroundColor: brand.fill, borderRadius: "8px 8px 0 0", padding: "18px 28px" }}>
            <Text style={{ ...text, color: brand.ink, fontSize: "19px", fontWeight: 600, margin: 0 }}>
              {frame.panelName}
            </Text>
          </Section>
          <Section
            className="rp-card"
            style={{
              backgroundColor: colour.surface,
              border: `1px solid ${colour.rule}`,
              borderTop: "none",
              borderRadius: "0 0 8px 8px",
              padding: "28px 28px 16px",
            }}
          >
            {children}
          </Section>
          <Section style={{ padding: "24px 28px 8px" }}>
            <Footer frame={frame} linkColour={brand.text} />
          </Section>
        </Container>
      </Body>
    </Html>
  );
}

function Footer({ frame, linkColour }: { readonly frame: MailFrameProps; readonly linkColour: string }) {
  return (
    <>
      <FooterPart title={frame.why.title}>
        <Text className="rp-muted" style={small}>
          {frame.why.sentence}
        </Text>
      </FooterPart>
      <FooterPart title={frame.stop.title}>
        <Text className="rp-muted" style={small}>
          {frame.stop.sentence}
        </Text>
        {frame.stop.links.map(({ label, url }) => (
          <Text key={label} style={{ ...small, margin: "0 0 6px" }}>
            <Link className="rp-link" href={url} style={{ color: linkColour, textDecoration: "underline" }}>
              {label}
            </Link>
          </Text>
        ))}
      </FooterPart>
      <FooterPart title={frame.from.title}>
        <Text className="rp-muted" style={small}>
          {frame.from.sentence} {frame.from.contact}
        </Text>
      </FooterPart>
    </>
  );
}
