import { MailFrame, type MailFrameProps } from "./layout/mail-frame";
import {
  ActionButton,
  Code,
  Facts,
  Note,
  Paragraph,
  PlainAddress,
  Subtitle,
  Title,
  type Fact,
} from "./layout/pieces";

/** One part of a letter, in words that are ready to be shown. */
export type LetterPart =
  | { readonly kind: "paragraph"; readonly words: string }
  | { readonly kind: "note"; readonly words: string }
  | { readonly kind: "subtitle"; readonly words: string }
  | { readonly kind: "facts"; readonly facts: readonly Fact[] }
  | { readonly kind: "code"; readonly code: string }
  | { readonly kind: "button"; readonly label: string; readonly url: string; readonly hint: string };

export type LetterProps = {
  readonly frame: MailFrameProps;
  readonly heading: string;
  readonly greeting: string;
  readonly parts: readonly LetterPart[];
};

function Part({ part, accent }: { readonly part: LetterPart; readonly accent: string }) {
  switch (part.kind) {
    case "paragraph":
      return <Paragraph>{part.words}</Paragraph>;
    case "note":
      return <Note>{part.words}</Note>;
    case "subtitle":
      return <Subtitle>{part.words}</Subtitle>;
    case "facts":
      return <Facts facts={part.facts} accent={accent} />;
    case "code":
      return <Code code={part.code} />;
    case "button":
      return (
        <>
          <ActionButton accent={accent} label={part.label} url={part.url} />
          <PlainAddress hint={part.hint} url={part.url} accent={accent} />
        </>
      );
  }
}

/** A letter: a heading, a greeting, and its parts in order. */
export function Letter({ frame, heading, greeting, parts }: LetterProps) {
  return (
    <MailFrame frame={frame}>
      <Title>{heading}</Title>
      <Paragraph>{greeting}</Paragraph>
      {parts.map((part, index) => (
        <Part key={index} part={part} accent={frame.accent} />
      ))}
    </MailFrame>
  );
}
